/**
 * The check of a document by its file, in `<form data-digest>`: the browser computes the SHA-256, puts it into
 * `input[name=sha256]` and never sends the file. Without script the digest is typed in.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-digest]')) {
  const file = form.querySelector<HTMLInputElement>('input[type=file]');
  const digest = form.querySelector<HTMLInputElement>('input[name=sha256]');
  if (!file || !digest) continue;
  form.querySelector<HTMLElement>('[data-digest-file]')?.removeAttribute('hidden');
  // Only the digest travels.
  file.removeAttribute('name');
  file.addEventListener('change', () => void fillDigest(file, digest));
}

async function fillDigest(file: HTMLInputElement, digest: HTMLInputElement): Promise<void> {
  const chosen = file.files?.[0];
  if (!chosen) return;
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await chosen.arrayBuffer()));
  digest.value = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const id = digest.form?.querySelector<HTMLInputElement>('input[name=id]');
  if (id) id.value = '';
}
