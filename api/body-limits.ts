import type { Express, Request, Response } from 'express';
import multer from 'multer';
import { LARGEST_SEALED_FILE } from '../trust/sealed-file.ts';
import { PageProblem } from './page-problem.ts';

const MIB = 1024 * 1024;

/** Limits of what a person may send at once, in bytes and pieces. */
export const UPLOAD_LIMITS = { fileSize: 20 * MIB, files: 5, fields: 2000, fieldSize: 256 * 1024, parts: 2100 } as const;

/** Longest bodies by their type, bytes: of a form with files, of JSON, of a form, of a sealed file. */
export const LONGEST = {
  'multipart/form-data': UPLOAD_LIMITS.files * UPLOAD_LIMITS.fileSize + 2 * MIB,
  'application/json': 2 * MIB,
  'application/x-www-form-urlencoded': MIB,
  'application/octet-stream': LARGEST_SEALED_FILE,
} as const;

/** How long somebody may go on sending after the answer, ms: a browser reads it only when it has sent everything. */
const LINGER_MS = 2_000;

const ends = new WeakMap<Request, () => void>();

/**
 * Parsers wait for the end of a body that is too large before they say so. Here they see its end at once: the answer is given, what still
 * comes is thrown away, and after two seconds the connection is closed.
 */
export function setUpBodyLimits(app: Express): void {
  app.use((req, res, next) => {
    const type = Object.entries(LONGEST).find(([name]) => req.is(name));
    if (!type) return next();
    const [, longest] = type;
    endBeyond(req, res, longest);
    if (Number(req.get('content-length') ?? 0) <= longest) return next();
    ends.get(req)?.();
    throw new PageProblem('too-large');
  });
}

function endBeyond(req: Request, res: Response, longest: number): void {
  const push = req.push.bind(req);
  let [seen, ended] = [0, false];
  const end = () => {
    if (ended) return;
    ended = true;
    // Otherwise Node takes the end for a connection that broke off, and closes it before the answer.
    req.complete = true;
    push(null);
    closeAfterAnswer(req, res);
  };
  ends.set(req, end);
  req.push = (chunk: Buffer | null): boolean => {
    if (ended) return true;
    seen += chunk?.length ?? 0;
    const wanted = push(chunk);
    if (seen > longest) end();
    return wanted;
  };
}

/**
 * The answer says that the connection ends with it, so that nobody sends a next request behind a body that is not read. It is ended on
 * this side, what still comes is read and thrown away, and then it is closed.
 */
function closeAfterAnswer({ socket }: Request, res: Response): void {
  if (!res.headersSent) res.set('Connection', 'close');
  socket.destroySoon = () => {
    socket.end();
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  };
  // What came before may have stopped the reading.
  socket.resume();
}

/** Files in memory; one that is too large ends the body that it came in. */
export function filesInMemory(): multer.StorageEngine {
  const memory = multer.memoryStorage();
  return {
    _handleFile(req, file, done) {
      file.stream.once('limit', () => ends.get(req)?.());
      memory._handleFile(req, file, done);
    },
    _removeFile: (req, file, done) => memory._removeFile(req, file, done),
  };
}
