import nodemailer from 'nodemailer';
import type { Database } from '../db/client.ts';
import type { Letter } from '../db/outbox.ts';
import { takenLetters } from '../db/taken-letters.ts';
import { letterText } from '../templates/letters.ts';
import { mailRounds, type MailRounds } from './mail-rounds.ts';

export interface Mailer extends MailRounds {
  close(): void;
}

export interface MailSettings {
  smtpUrl: string;
  baseUrl: string;
  /** Folder of the letters that the server has taken and the database does not know of yet. */
  lettersTakenDir: string;
  from?: string;
  /** After how many seconds without a word of this process its letters are given to another. */
  takenFor?: number;
  /** Awaited before a round takes letters. */
  giveWay?: () => Promise<void>;
}

const BATCH = 50;
const FROM = 'Zakup <no-reply@zakup.local>';

/** Sends the outbox over SMTP. The Message-ID follows from the notice: a letter that came twice after all can be told by it. */
export function createMailer(db: Database, settings: MailSettings): Mailer {
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
  const { takenFor, giveWay } = settings;
  const rounds = mailRounds(db, {
    limit: BATCH,
    send,
    taken: takenLetters(settings.lettersTakenDir),
    ...(takenFor ? { takenFor } : {}),
    ...(giveWay ? { giveWay } : {}),
  });
  return { ...rounds, close: () => transport.close() };
}
