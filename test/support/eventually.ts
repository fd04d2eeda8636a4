/** Waits for a condition, looking every 20 ms; throws with its name after `timeoutMs`. */
export async function eventually(name: string, condition: () => Promise<boolean> | boolean, timeoutMs = 20_000): Promise<void> {
  const until = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > until) throw new Error(`never came true: ${name}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
