import type { Express } from 'express';
import { PageProblem } from './page-problem.ts';

/**
 * Longest address the portal takes, and the longest it sends anybody to, characters (all ASCII, so octets): what every recipient
 * shall support (RFC 9110 §4.1). Clients read 16 KiB of headers or less; a redirect with a longer address would be cut off there.
 */
export const LONGEST_ADDRESS = 8_000;

/** Says no to a longer one before anything reads it; a page with the frame, so after session and language. */
export function setUpAddresses(app: Express): void {
  app.use((req, _res, next) => {
    if (req.originalUrl.length > LONGEST_ADDRESS) throw new PageProblem('address-too-long');
    next();
  });
}

/**
 * The sign-in page that leads back to where this visitor wanted to go: escaped once more, an address is up to three times as long,
 * so of a long one only the path is kept, or nothing.
 */
export function signInBefore({ originalUrl, path }: { originalUrl: string; path: string }): string {
  const addresses = [originalUrl, path].map((next) => `/sign-in?next=${encodeURIComponent(next)}`);
  return addresses.find((address) => address.length <= LONGEST_ADDRESS) ?? '/sign-in';
}

/**
 * A path inside the portal, or `/`: an address of another site (`//evil`, `/\evil`, `/.//evil`, `https:`) is never followed, nor one
 * that the portal would not take.
 */
export function localPath(text: unknown): string {
  if (typeof text !== 'string' || !/^\/(?![/\\])/.test(text) || /[\\\s\p{Cc}]/u.test(text)) return '/';
  const url = new URL(text, 'http://portal.invalid');
  // Resolving takes dots away: what is left of `/.//evil` would be another site's address.
  const inside = url.host === 'portal.invalid' && !url.pathname.startsWith('//');
  const path = url.pathname + url.search + url.hash;
  return inside && path.length <= LONGEST_ADDRESS ? path : '/';
}
