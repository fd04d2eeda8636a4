import { createHash } from 'node:crypto';

/** The same thing gets the same id however often the demo data are laid: what a broken run left is found again. */
export function demoId(...names: string[]): string {
  const hex = createHash('sha256')
    .update(['demo', ...names].join('/'))
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
