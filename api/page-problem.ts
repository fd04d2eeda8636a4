import type { Request } from 'express';
import type { ErrorPage } from '../templates/texts/errors.ts';

/** A request that ends in one of the error pages; thrown by the frame, answered in `problem.ts`. */
export class PageProblem extends Error {
  readonly kind: ErrorPage;
  constructor(kind: ErrorPage) {
    super(kind);
    this.kind = kind;
  }
}

/** True for programs: the address is the API's, or JSON is asked for rather than a page. */
export function wantsJson(req: Request): boolean {
  return req.path.startsWith('/api/') || req.accepts(['html', 'json']) === 'json';
}
