import { createServer, type Server } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { freePort, releasePort } from './ports.ts';
import { openMailbox, type Mailbox } from './mail/mailbox.ts';
import { mailPages } from './mail/pages.ts';

export interface MailCatcher {
  /** For SMTP_URL. */
  smtpUrl: string;
  smtpPort: number;
  /** Page that lists what was caught; `/messages.json` gives the same to programs. */
  url: string;
  webPort: number;
  mailbox: Mailbox;
  stop(): Promise<void>;
}

/** A connection that nothing comes over is cut off so long after the catcher is told to stop, ms. */
const FAREWELL = 1_000;
/** No letter of the portal is larger, bytes. */
const LARGEST = 40 * 1024 * 1024;

/**
 * Takes every letter on 127.0.0.1, sends none on, keeps each as an .eml file in `folder` and shows them on a page.
 * Wanted ports; the next free ones are taken if in use, 0 = any.
 */
export async function startMailCatcher(options: { folder: string; smtpPort: number; webPort: number }): Promise<MailCatcher> {
  const mailbox = openMailbox(options.folder);
  const smtpPort = await freePort(options.smtpPort);
  const webPort = await freePort(options.webPort);
  const smtp = receiver(mailbox);
  await new Promise<void>((resolve, reject) => {
    smtp.server.once('error', reject);
    smtp.listen(smtpPort, '127.0.0.1', () => resolve());
  });
  // A client that breaks off is no reason to end.
  smtp.on('error', () => undefined);
  const web = createServer(mailPages(mailbox));
  await new Promise<void>((resolve, reject) => web.once('error', reject).listen(webPort, '127.0.0.1', resolve));
  return {
    ...{ smtpPort, webPort, mailbox },
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    url: `http://127.0.0.1:${webPort}`,
    stop: async () => {
      await Promise.all([new Promise<void>((resolve) => smtp.close(() => resolve())), closed(web)]);
      releasePort(smtpPort);
      releasePort(webPort);
    },
  };
}

function receiver(mailbox: Mailbox): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: LARGEST,
    closeTimeout: FAREWELL,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', done);
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(Object.assign(new Error(`Larger than ${LARGEST} bytes`), { responseCode: 552 }));
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        mailbox.keep(Buffer.concat(chunks), recipients).then(() => done(), done);
      });
    },
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
