import { once } from 'node:events';
import { ZipArchive } from 'archiver';
import type { Express, Response } from 'express';
import { availableActions } from '../../domain/actions.ts';
import { procurementActions } from '../../domain/procurement/actions/index.ts';
import { downloadAll } from '../../domain/procurement/actions/documents.ts';
import { refuse } from '../../domain/refusals.ts';
import { sendRefusal } from '../problem.ts';
import type { Services } from '../services.ts';
import { requireActor, theActor } from '../session.ts';
import { archiveEntries, type ArchiveEntry } from './archive-entries.ts';
import { publishedFile } from './procurement-page.ts';

/** «Скачать все»: one ZIP with everything there is at this stage, streamed (S1 §1.3.6). */
export function register(app: Express, services: Services): void {
  app.get('/procurements/:number/download-all', requireActor, async (req, res) => {
    const file = await publishedFile(services, req);
    const actor = theActor(req);
    if (!availableActions(procurementActions, file, actor).some((row) => row.name === downloadAll.name)) {
      const refusal = refuse(
        'not-your-role',
        { action: downloadAll.name, who: downloadAll.who.join(' ') },
        { source: downloadAll.source },
      );
      return sendRefusal({ req, res, services }, refusal, { back: `/procurements/${file.number}` });
    }
    res.attachment(`${file.number}.zip`).type('application/zip').set('Cache-Control', 'no-store');
    await sendArchive(services, res, archiveEntries(services, file, req.language));
  });
}

/** One entry at a time: the next is opened when the one before has been sent. */
async function sendArchive({ files, log }: Services, res: Response, entries: AsyncIterable<ArchiveEntry>): Promise<void> {
  const archive = new ZipArchive({ zlib: { level: 6 } });
  const gone = new AbortController();
  res.on('close', () => gone.abort());
  archive.pipe(res);
  try {
    for await (const { name, content } of entries) {
      const added = once(archive, 'entry', { signal: gone.signal });
      archive.append('sha256' in content ? files.stream(content.sha256) : Buffer.from(content.bytes), { name });
      await added;
    }
    await archive.finalize();
  } catch (error) {
    archive.abort();
    // Half a ZIP cannot be taken back: the connection is cut, so that nobody takes it for a whole one.
    if (!gone.signal.aborted) log.error({ err: error }, 'the archive broke off');
    res.destroy();
  }
}
