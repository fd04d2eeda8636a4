import nodemailer from 'nodemailer';
import type { Database } from '../db/client.ts';
import { type Letter, sendWaiting } from '../db/outbox.ts';
import { letterText } from '../templates/letters.ts';

export interface Mailer {
  /** `ending`: letters that were not tried by then are left to the next round or another process. */
  sendWaiting(ending?: AbortSignal): Promise<{ sent: number; failed: number }>;
  close(): void;
}

const BATCH = 50;
const FROM = 'Zakup <no-reply@zakup.local>';

/** Sends the outbox over SMTP. The Message-ID follows from the notice: a letter sent twice is one letter in the mailbox. */
export function createMailer(db: Database, settings: { smtpUrl: string; baseUrl: string; from?: string }): Mailer {
  const transport = nodemailer.createTransport({
    url: settings.smtpUrl,
    pool: true,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
  });
  const send = async (letter: Letter) => {
    const { subject, text } = letterText(letter, settings.baseUrl);
    const messageId = `<notification-${letter.notificationId}@${new URL(settings.baseUrl).hostname}>`;
    await transport.sendMail({ from: settings.from ?? FROM, to: letter.to, subject, text, messageId });
  };
  return { sendWaiting: (ending) => sendWaiting(db, { limit: BATCH, send, ending }), close: () => transport.close() };
}
