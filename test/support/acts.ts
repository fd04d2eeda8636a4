import type { ActOfAuthority } from '../../domain/procurement/file.ts';

/** A decision of a court with its scan. */
export const aCourtDecision = (options: Partial<ActOfAuthority> = {}): ActOfAuthority => ({
  number: '2-1187/2026',
  date: '2026-03-02',
  kind: 'decision',
  bodyKind: 'court',
  body: 'Специализированный межрайонный экономический суд города Астаны',
  scan: { documentId: '20000000-0000-4000-8000-000000000001', sha256: 'a'.repeat(64), name: 'Решение № 2-1187.pdf' },
  ...options,
});
