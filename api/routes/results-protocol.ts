import type { Express, Request } from 'express';
import { z } from 'zod';
import type { ProcurementFile, ProtocolVersion } from '../../domain/procurement/file.ts';
import { findDocument, signaturesOf } from '../../db/documents.ts';
import type { FieldError } from '../../templates/fields.ts';
import { resultsProtocolView } from '../../templates/pages/results-protocol.view.ts';
import { PROCUREMENT } from '../../templates/texts/procurement.ts';
import { sentencesOf } from '../../templates/texts/refusals.ts';
import { PROTOCOL_TO_SIGN } from '../../templates/texts/single-source.ts';
import { refusalIn, sendCommand } from '../commands.ts';
import { PageProblem } from '../page-problem.ts';
import { sendPage, type Exchange } from '../page.ts';
import { REFUSAL_STATUS } from '../refusal-status.ts';
import type { Services } from '../services.ts';
import { requireRole, theActor } from '../session.ts';
import { sendBytes } from './downloads.ts';
import { publishedFile } from './procurement-page.ts';
import { signerOf } from './signers.ts';
import { storeSignature } from './uploads.ts';

const signing = z.object({ commandId: z.uuid(), signature: z.base64().min(1).max(90_000) });

/** The results protocol before it is published: the organizer's people read it, the representative signs it (S1 §1.7.5–1.7.7). */
export function register(app: Express, services: Services): void {
  const organizer = requireRole('organizer');

  app.get('/procurements/:number/results-protocol', organizer, async (req, res) => {
    await page({ req, res, services }, await fileOf(services, req), [], 200);
  });

  app.get('/procurements/:number/results-protocol.pdf', organizer, async (req, res) => {
    const protocol = underWay(await fileOf(services, req));
    const document = protocol?.documentId ? await findDocument(services.db.pool, protocol.documentId) : undefined;
    if (!document) throw new PageProblem('not-found');
    await sendBytes(services, res, document);
  });

  app.post('/procurements/:number/results-protocol', organizer, async (req, res) => {
    const exchange = { req, res, services };
    const file = await fileOf(services, req);
    const body = signing.safeParse(req.body);
    if (!body.success) throw new PageProblem('bad-request');
    const { commandId, signature } = body.data;
    const actor = theActor(req);
    const name = `${PROTOCOL_TO_SIGN.signatureFile.ru} ${file.number}.p7s`;
    const cms = Buffer.from(signature, 'base64');
    const input = await storeSignature(services, { caseId: file.id, actor, commandId, name, cms });
    const answer = await sendCommand(services, { number: file.number, action: 'sign-results-protocol', actor, commandId, input });
    const refusal = refusalIn(answer);
    if (!refusal) return res.redirect(303, `/commands/${commandId}`);
    const { what, why, now } = sentencesOf(refusal, req.language);
    const error = { field: 'eds-file', text: [what, why, now].filter(Boolean).join(' '), href: '#eds-file' };
    await page(exchange, file, [error], REFUSAL_STATUS[refusal.code]);
  });
}

/** The procurement for people of its organizer. */
async function fileOf(services: Services, req: Request): Promise<ProcurementFile> {
  const file = await publishedFile(services, req);
  if (file.method !== 'single-source' || theActor(req).bin !== file.organizer.bin) throw new PageProblem('not-found');
  return file;
}

/** The version that is laid before the representative: formed or signed, not published. */
const underWay = ({ protocols }: ProcurementFile): ProtocolVersion | undefined =>
  protocols.find(({ state }) => state === 'formed' || state === 'signed');

async function page(exchange: Exchange, file: ProcurementFile, errors: FieldError[], status: number): Promise<void> {
  const { req, services } = exchange;
  const { language } = req;
  const protocol = underWay(file);
  const signatures = protocol?.documentId ? await signaturesOf(services.db.pool, protocol.documentId) : [];
  const heading = PROTOCOL_TO_SIGN.heading[language];
  await sendPage(exchange, {
    name: 'pages/results-protocol',
    head: {
      title: `${heading} № ${file.number}`,
      heading,
      caption: `№ ${file.number}`,
      errors,
      breadcrumbs: [
        { href: '/announcements', text: PROCUREMENT.announcements[language] },
        { href: `/procurements/${file.number}`, text: `№ ${file.number}` },
        { text: heading },
      ],
    },
    view: ({ csrf }) =>
      resultsProtocolView({
        ...{ language, file, csrf, actor: theActor(req), protocol: protocol ?? null },
        signers: signatures.map(signerOf),
        script: services.assets.url('eds.js'),
      }),
    status,
  });
}
