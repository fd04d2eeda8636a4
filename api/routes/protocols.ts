import type { Express } from 'express';
import type { Derivation } from '../../domain/derivation.ts';
import { protocolBlocks } from '../../templates/pages/protocol.view.ts';
import { validityTag } from '../../templates/pages/procurement-documents.view.ts';
import { PROCUREMENT } from '../../templates/texts/procurement.ts';
import { documentsOf } from '../../db/documents.ts';
import { PageProblem } from '../page-problem.ts';
import { sendPage } from '../page.ts';
import type { Services } from '../services.ts';
import { sendBytes, sendSignature } from './downloads.ts';
import { isCopyOf, publishedProtocol, twinOf } from './protocol-files.ts';
import { signerOf } from './signers.ts';

const publication = (published: Derivation | undefined) => (published ? { published } : {});

/** A published version of a protocol: its page, the original, the twin for machines, the portal's seal. */
export function register(app: Express, services: Services): void {
  const at = '/procurements/:number/protocols/:type/:version';

  app.get(`${at}.pdf`, async (req, res) => sendBytes(services, res, (await publishedProtocol(services, req)).document));

  app.get(`${at}/copy.pdf`, async (req, res) => {
    const { protocol, document } = await publishedProtocol(services, req);
    const copies = await documentsOf(services.db.pool, document.caseId, 'protocol-copy');
    const copy = copies.find(({ payload }) => isCopyOf(payload, document.id, protocol.validity));
    // The sheets are printed right after the publication; until then the original is what there is.
    await sendBytes(services, res, copy ?? document);
  });

  app.get(`${at}.json`, async (req, res) => {
    res.json(await twinOf(services, await publishedProtocol(services, req)));
  });

  app.get(`${at}.p7s`, async (req, res) => {
    const { document, signatures } = await publishedProtocol(services, req);
    if (!signatures[0]) throw new PageProblem('not-found');
    sendSignature(res, document.name, signatures[0].cms);
  });

  app.get(at, async (req, res) => {
    const { file, protocol, document, payload, signatures } = await publishedProtocol(services, req);
    const { language } = req;
    const heading = `${PROCUREMENT.resultsProtocol[language]} № ${payload.number}`;
    const versions = file.protocols.filter((p) => p.state === 'published').length;
    await sendPage(
      { req, res, services },
      {
        name: 'pages/content',
        head: {
          title: heading,
          heading,
          caption: `${PROCUREMENT.version[language]} ${protocol.version}`,
          tag: validityTag(protocol, language),
          breadcrumbs: [
            { href: '/announcements', text: PROCUREMENT.announcements[language] },
            { href: `/procurements/${file.number}`, text: `№ ${file.number}` },
            { href: `/procurements/${file.number}/protocols`, text: PROCUREMENT.protocols[language] },
            { text: heading },
          ],
        },
        view: {
          blocks: protocolBlocks({
            language,
            number: file.number,
            protocol,
            versions,
            document,
            payload,
            ...publication(file.derivations[`protocols/${protocol.type}/${protocol.version}/published`]),
            signers: signatures.map(signerOf),
          }),
        },
      },
    );
  });
}
