import express, { type Express } from 'express';
import multer, { MulterError } from 'multer';
import { isStorable } from '../domain/storable.ts';
import { filesInMemory, LONGEST, setUpBodyLimits, UPLOAD_LIMITS } from './body-limits.ts';
import { PageProblem } from './page-problem.ts';
import { signedIn } from './session.ts';

/**
 * Files are read before the form token is checked (it is one of the fields), so only for people who are signed in. Whatever is sent is a
 * set of named values that can be kept; the routes need not ask.
 */
export function setUpBodies(app: Express): void {
  setUpBodyLimits(app);
  const { 'application/x-www-form-urlencoded': form, 'application/json': json } = LONGEST;
  app.use(express.urlencoded({ extended: false, limit: form, parameterLimit: 5000 }));
  app.use(express.json({ limit: json }));
  const files = multer({ storage: filesInMemory(), limits: UPLOAD_LIMITS, defParamCharset: 'utf8' }).any();
  app.use((req, res, next) => {
    if (!req.is('multipart/form-data')) return next();
    // The API says itself why it does not know somebody.
    if (!signedIn(req) && req.path.startsWith('/api/')) return next();
    if (!signedIn(req)) throw new PageProblem('sign-in-required');
    files(req, res, (error: unknown) => {
      // Besides its limits the parser says in plain errors that the form broke off or was never one.
      const broken = error instanceof Error && !(error instanceof MulterError);
      next(broken ? new PageProblem('bad-request') : error);
    });
  });
  app.use((req, _res, next) => {
    const body: unknown = (req.body ??= {});
    const isForm = typeof body === 'object' && !Array.isArray(body);
    if (!isForm || !isStorable(body) || !isStorable(req.query) || req.path.includes('%00')) throw new PageProblem('bad-request');
    next();
  });
}
