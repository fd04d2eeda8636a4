import type { Express } from 'express';
import { z } from 'zod';
import {
  calendarVersions,
  findCalendarVersion,
  runningDeadlines,
  saveCalendarEdit,
  type CalendarVersion,
} from '../../db/calendar-edits.ts';
import { calendarCheckView, calendarStaleView } from '../../templates/pages/calendar-check.view.ts';
import {
  calendarEditView,
  EDIT_FIELDS,
  EDIT_KINDS,
  editMenuView,
  type CalendarFault,
  type EditKind,
} from '../../templates/pages/calendar-edit.view.ts';
import { calendarOf } from '../../templates/pages/calendar.view.ts';
import { actText } from '../../templates/texts/calendar-acts.ts';
import { CALENDAR_EDIT, EDIT_NAMES } from '../../templates/texts/calendar-edit.ts';
import { CALENDAR, KIND_NAMES } from '../../templates/texts/calendar.ts';
import { fill, type Language } from '../../templates/texts/texts.ts';
import { PageProblem } from '../page-problem.ts';
import { sendPage, type Exchange } from '../page.ts';
import { formToken } from '../security.ts';
import type { Services } from '../services.ts';
import { requireRole, sayDone, theActor } from '../session.ts';
import { affectedDeadlines } from './calendar-affected.ts';
import { readEdit, withChanges, type Typed } from './calendar-change.ts';

const kindParam = z.enum(EDIT_KINDS);
const body = z.record(z.string(), z.string());
const dateQuery = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Editing the working calendar: the operator types a change, sees the deadlines it touches, saves it as a new version. */
export function register(app: Express, services: Services): void {
  const operator = requireRole('operator');
  const { db } = services;

  app.get('/calendar/edit', operator, async (req, res) => {
    const heading = CALENDAR_EDIT.heading[req.language];
    const head = { title: heading, heading, breadcrumbs: crumbs(req.language) };
    await sendPage({ req, res, services }, { name: 'pages/calendar-edit-menu', head, view: editMenuView(req.language) });
  });

  app.get('/calendar/edit/:kind', operator, async (req, res) => {
    const kind = kindOf(req.params['kind']);
    const current = await newest(services);
    const asked = dateQuery.safeParse(req.query['date']);
    const [year = '', month = '', day = ''] = asked.success ? asked.data.split('-') : [];
    const values =
      kind === 'year' ? emptyYear(current, req.language) : { 'date-year': year, 'date-month': month, 'date-day': day };
    await sendForm({ req, res, services }, { kind, current, values, faults: [] });
  });

  app.post('/calendar/edit/:kind', operator, async (req, res) => {
    const exchange = { req, res, services };
    const { kind, typed, current, read } = await readForm(exchange);
    if (typed['correct'] === '1') return sendForm(exchange, { kind, current, values: typed, faults: [] });
    if (!read.ok) return sendForm(exchange, { kind, current, values: typed, faults: read.faults });
    const after = withChanges(current.body, read.changes);
    const calendars = [calendarOf(current), calendarOf({ ...current, body: after })] as const;
    const affected = affectedDeadlines(...calendars, await runningDeadlines(db.pool));
    const heading = CALENDAR_EDIT.checkHeading[req.language];
    await sendPage(exchange, {
      name: 'pages/calendar-check',
      head: { title: heading, heading, breadcrumbs: crumbs(req.language) },
      view: calendarCheckView({
        ...{ language: req.language, csrf: formToken(req), kind, current, affected },
        changes: read.changes,
        typed: sentAgain(kind, typed),
      }),
    });
  });

  app.post('/calendar/edit/:kind/save', operator, async (req, res) => {
    const exchange = { req, res, services };
    const { kind, typed, current } = await readForm(exchange);
    const basedOn = await findCalendarVersion(db.pool, Number(typed['basedOn']) || 0);
    if (!basedOn) throw new PageProblem('bad-request');
    // Read against the version the person saw: a second click finds the edit saved already, not a day that is taken.
    const read = readEdit(kind, typed, calendarOf(basedOn));
    if (!read.ok) return sendForm(exchange, { kind, current, values: typed, faults: read.faults });
    const saved = await saveCalendarEdit(db, {
      basedOn: basedOn.version,
      body: withChanges(basedOn.body, read.changes),
      editedBy: theActor(req).userId,
      reason: read.reason,
    });
    if (saved.kind === 'stale') {
      const heading = CALENDAR_EDIT.staleHeading[req.language];
      const all = await calendarVersions(db.pool);
      return sendPage(exchange, {
        name: 'pages/calendar-stale',
        head: { title: heading, heading, breadcrumbs: crumbs(req.language) },
        view: calendarStaleView({
          ...{ language: req.language, csrf: formToken(req), kind, basedOn, current: all[0] ?? current },
          changes: read.changes,
          typed: sentAgain(kind, typed),
          since: all.filter(({ version }) => version > basedOn.version).reverse(),
        }),
        status: 409,
      });
    }
    const { saved: done, savedNext } = CALENDAR_EDIT;
    sayDone(req, fill(done[req.language], { version: saved.version }), [savedNext[req.language]]);
    res.redirect(303, `/calendar?year=${read.changes[0]?.date.slice(0, 4) ?? ''}`);
  });
}

function kindOf(text: unknown): EditKind {
  const kind = kindParam.safeParse(text);
  if (!kind.success) throw new PageProblem('not-found');
  return kind.data;
}

async function newest({ db }: Services): Promise<CalendarVersion> {
  const found = await findCalendarVersion(db.pool, null);
  if (!found) throw new PageProblem('not-found');
  return found;
}

async function readForm({ req, services }: Exchange) {
  const kind = kindOf(req.params['kind']);
  const sent = body.safeParse(req.body);
  if (!sent.success) throw new PageProblem('bad-request');
  const typed: Typed = sent.data;
  const current = await newest(services);
  return { kind, typed, current, read: readEdit(kind, typed, calendarOf(current)) };
}

const sentAgain = (kind: EditKind, typed: Typed) => EDIT_FIELDS[kind].map((name) => ({ name, value: typed[name] ?? '' }));

const crumbs = (language: Language) => [
  { href: '/calendar', text: CALENDAR.title[language] },
  { href: '/calendar/edit', text: CALENDAR_EDIT.heading[language] },
];

const lastYear = ({ body: { days } }: CalendarVersion): string => Object.keys(days).sort().at(-1)?.slice(0, 4) ?? '';

/** A new year begins with the holidays of the last one that stand on the same dates every year. */
function emptyYear(current: CalendarVersion, language: Language): Typed {
  const model = lastYear(current);
  const year = String(Number(model) + 1);
  const holidays = current.body.acts.filter(
    ({ date, kind, name }) => date.startsWith(model) && kind === 'holiday' && everyYear(current, date, name.ru),
  );
  const lines = holidays.map(({ date, name, act }) => {
    const [, month, day] = date.split('-');
    return [`${day}.${month}.${year}`, KIND_NAMES.holiday[language], name.kk, name.ru, actText(act, language)].join('; ');
  });
  return { year, days: lines.join('\n') };
}

/** Kurban Ait moves by the lunar calendar; the rest stand on the same day of the year before too. */
function everyYear({ body: { acts } }: CalendarVersion, date: string, name: string): boolean {
  const before = `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
  return acts.some((day) => day.date === before && day.name.ru === name);
}

interface FormPage {
  kind: EditKind;
  current: CalendarVersion;
  values: Typed;
  faults: CalendarFault[];
}

async function sendForm(exchange: Exchange, { kind, current, values, faults }: FormPage): Promise<void> {
  const { req } = exchange;
  const { language } = req;
  const heading = EDIT_NAMES[kind].title[language];
  const view = calendarEditView({ language, csrf: formToken(req), kind, values, faults, modelYear: lastYear(current) });
  await sendPage(exchange, {
    name: 'pages/calendar-edit',
    head: { title: heading, heading, breadcrumbs: crumbs(language), errors: view.errors },
    view,
    status: faults.length > 0 ? 422 : 200,
  });
}
