import { NOTICE_EVENTS, noticeAddress, type NoticeEvent, type NoticeParams } from '../domain/procurement/notices.ts';
import { dateTimeWithZone } from './formats.ts';
import { NOTICE_TEXTS } from './texts/notices.ts';
import { sentencesOf } from './texts/refusals.ts';

export interface LetterFacts {
  event: string;
  params: NoticeParams;
  at: Date;
}

const isEvent = (event: string): event is NoticeEvent => NOTICE_EVENTS.some((known) => known === event);

/** A letter in Kazakh, then in Russian: what happened, to which announcement, when, what to do, the link (spec 17 §9). */
export function letterText({ event, params, at }: LetterFacts, baseUrl: string): { subject: string; text: string } {
  if (!isEvent(event)) throw new Error(`no text for the notice ${event}`);
  const { number, name, lots, act, refusal } = params;
  const { title, now } = NOTICE_TEXTS[event];
  const link = `${baseUrl}${noticeAddress(event, params)}`;
  const part = (language: 'kk' | 'ru', labels: { lots: string; act: string }) =>
    [
      `${title[language]}: № ${number}`,
      name[language],
      ...(lots ? [`${labels.lots}: ${lots}`] : []),
      ...(act ? [`${labels.act}: № ${act}`] : []),
      ...(refusal ? [sentencesOf(refusal, language).what] : []),
      dateTimeWithZone(at.getTime(), language),
      now[language],
    ].join('\n');
  const text = [part('kk', { lots: 'Лоттар', act: 'Акт' }), part('ru', { lots: 'Лоты', act: 'Акт' }), link].join('\n\n');
  return { subject: `${title.ru} № ${number} · ${title.kk}`, text };
}
