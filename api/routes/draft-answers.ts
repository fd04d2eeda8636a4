import type { Request } from 'express';
import type { Typed } from '../../domain/procurement/draft.ts';
import type { Link } from '../../templates/components.ts';
import { CABINET } from '../../templates/texts/cabinet.ts';
import { DRAFT } from '../../templates/texts/draft.ts';
import { FRAME } from '../../templates/texts/frame.ts';
import { fill } from '../../templates/texts/texts.ts';

/** Fields of a form as sent, texts and lists of texts only. */
export function valuesOf(req: Request): Typed {
  const body: unknown = req.body ?? {};
  const entries = typeof body === 'object' && body !== null ? Object.entries(body as Record<string, unknown>) : [];
  return Object.fromEntries(
    entries.flatMap(([name, value]): [string, string | string[]][] => {
      if (typeof value === 'string') return [[name, value]];
      return Array.isArray(value) && value.every((each): each is string => typeof each === 'string') ? [[name, value]] : [];
    }),
  );
}

/** The way from the cabinet to a page of a draft. */
export const crumbs = (req: Request, ...rest: (Partial<Link> & { text: string })[]): (Partial<Link> & { text: string })[] => [
  { href: '/my', text: FRAME.myCabinet[req.language] },
  { href: '/my/announcements', text: CABINET.myAnnouncements[req.language] },
  ...rest,
];

export const draftCrumbs = (req: Request, number: string, text: string) =>
  crumbs(req, { href: `/drafts/${number}`, text: fill(DRAFT.caption[req.language], { number }) }, { text });
