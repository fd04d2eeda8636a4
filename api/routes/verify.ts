import type { Express, Request, Response } from 'express';
import { loadCase } from '../../db/cases.ts';
import { signaturesOf } from '../../db/documents.ts';
import { findPublicDocument, publicDocumentsWithDigest, type PublicDocument } from '../../db/public-documents.ts';
import { digestError, verifyView, type CheckedDocument } from '../../templates/pages/verify.view.ts';
import { VERIFY } from '../../templates/texts/verify.ts';
import { sendPage } from '../page.ts';
import type { Services } from '../services.ts';
import { isPublic } from './downloads.ts';
import { signerOf } from './signers.ts';

/** The public check of a document, by its number or its bytes; the QR code of every document leads here (spec 17 §1.2). */
export function register(app: Express, services: Services): void {
  const query = (req: Request, name: string) => {
    const value = req.query[name];
    return typeof value === 'string' ? value.trim() : '';
  };

  app.get('/verify', async (req, res) => {
    const sha256 = query(req, 'sha256').toLowerCase().replace(/\s/g, '');
    const id = query(req, 'id') || query(req, 'document');
    if (id || !sha256) return sendCheck(services, { req, res, asked: id ? 'number' : 'nothing', typed: id });
    await sendCheck(services, { req, res, asked: 'digest', typed: sha256 });
  });

  app.get('/verify/:number/:type/:version', async (req, res) => {
    const { number, type, version } = req.params;
    await sendCheck(services, { req, res, asked: 'number', typed: `${number}/${type}/${version}` });
  });
}

interface Check {
  req: Request;
  res: Response;
  asked: 'nothing' | 'number' | 'digest';
  typed: string;
}

async function sendCheck(services: Services, { req, res, asked, typed }: Check): Promise<void> {
  const { language } = req;
  const bad = asked === 'digest' && !/^[0-9a-f]{64}$/.test(typed);
  const errors = bad ? [digestError(language)] : [];
  const found = bad ? [] : await look(services, asked, typed);
  const heading = VERIFY.heading[language];
  const values = { id: asked === 'number' ? typed : '', sha256: asked === 'digest' ? typed : '' };
  await sendPage(
    { req, res, services },
    {
      name: 'pages/verify',
      head: { title: heading, heading, errors },
      view: verifyView({
        language,
        asked,
        typed,
        found,
        form: { language, values, errors },
        script: services.assets.url('verify.js'),
      }),
      status: bad ? 422 : asked !== 'nothing' && found.length === 0 ? 404 : 200,
    },
  );
}

async function look({ db }: Services, asked: Check['asked'], typed: string): Promise<CheckedDocument[]> {
  if (asked === 'nothing') return [];
  const byNumber = asked === 'number' ? await findPublicDocument(db.pool, typed) : undefined;
  const rows = asked === 'digest' ? await publicDocumentsWithDigest(db.pool, typed) : byNumber ? [byNumber] : [];
  const checked = await Promise.all(
    rows.map(async (row) =>
      checkedOf(row, await loadCase(db.pool, row.caseId), (await signaturesOf(db.pool, row.id)).map(signerOf)),
    ),
  );
  return checked.flatMap((each) => each ?? []);
}

/** Null for what publication has not made public. */
function checkedOf(
  row: PublicDocument,
  file: Awaited<ReturnType<typeof loadCase>>,
  signers: CheckedDocument['signers'],
): CheckedDocument | null {
  if (!isPublic(file, row.id)) return null;
  const protocol = file.protocols.find((p) => p.documentId === row.id) ?? null;
  return { ...row, createdAt: row.createdAt.getTime(), protocol, signers };
}
