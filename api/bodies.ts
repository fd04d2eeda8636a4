import express, { type Express } from 'express';
import multer from 'multer';
import { PageProblem } from './page-problem.ts';
import { signedIn } from './session.ts';

/** Limits of what a person may send at once, in bytes and pieces. */
export const UPLOAD_LIMITS = { fileSize: 20 * 1024 * 1024, files: 5, fields: 2000, fieldSize: 256 * 1024, parts: 2100 } as const;

/** Files are read before the form token is checked (it is one of the fields), so only for people who are signed in. */
export function setUpBodies(app: Express): void {
  app.use(express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 5000 }));
  app.use(express.json({ limit: '2mb' }));
  const files = multer({ storage: multer.memoryStorage(), limits: UPLOAD_LIMITS, defParamCharset: 'utf8' }).any();
  app.use((req, res, next) => {
    if (!req.is('multipart/form-data')) return next();
    if (!signedIn(req)) throw new PageProblem('sign-in-required');
    files(req, res, next);
  });
}
