import type { Express, Request } from 'express';
import { documentsOf, signaturesOf } from '../../db/documents.ts';
import {
  contractPaper,
  customersOf,
  isOutdated,
  isPaper,
  type Paper,
  specificationPaper,
} from '../../domain/procurement/draft.ts';
import type { DataTable } from '../../templates/components.ts';
import type { FieldError } from '../../templates/fields.ts';
import { faultSentence } from '../../templates/pages/draft-faults.view.ts';
import { paperView, stateTag, type PaperDocument } from '../../templates/pages/draft-paper.view.ts';
import { DRAFT, STEP_NAMES } from '../../templates/texts/draft.ts';
import { PAPERS } from '../../templates/texts/draft-papers.ts';
import { fill, inLanguage, ofBoth } from '../../templates/texts/texts.ts';
import { sendPage, type Exchange } from '../page.ts';
import { formToken } from '../security.ts';
import type { Services } from '../services.ts';
import { requireRole } from '../session.ts';
import { draftCrumbs } from './draft-answers.ts';
import { openDesk, type Desk } from './draft-desk.ts';
import { isReady, paperOf } from './papers-of-draft.ts';

/** Documents of a draft as pages: which there are, in which state, and each on its own (S1 §1.3.1.2, §1.3.1.3). */
export function register(app: Express, services: Services): void {
  const organizer = requireRole('organizer');

  app.get('/drafts/:number/specification', organizer, async (req, res) => {
    const desk = await openDesk(services, req);
    const papers = desk.draft.body.lots.map((lot) => specificationPaper(lot.number));
    await sendList({ req, res, services }, desk, 'specification', papers);
  });

  app.get('/drafts/:number/contract/papers', organizer, async (req, res) => {
    const desk = await openDesk(services, req);
    const papers = customersOf(desk.draft.body).map(contractPaper);
    if (papers.length === 1) return res.redirect(303, `/drafts/${desk.draft.number}/papers/${papers[0]!.key}`);
    await sendList({ req, res, services }, desk, 'contract', papers);
  });

  app.get('/drafts/:number/papers/:key', organizer, async (req, res) => {
    const desk = await openDesk(services, req);
    await sendPaper({ req, res, services }, desk, paperIn(desk, req));
  });

  // Asked by the page every second while the document is printed; ready means: read the page again.
  app.get('/drafts/:number/papers/:key/state', organizer, async (req, res) => {
    const desk = await openDesk(services, req);
    const paper = paperIn(desk, req);
    const printing = desk.papers.some((stored) => isPaper(paper, stored) && stored.state === 'to-print');
    if (!printing) res.set('HX-Refresh', 'true');
    res.set('Cache-Control', 'no-store').sendStatus(204);
  });
}

/** The paper named in the address. @throws PageProblem when the draft has no such paper */
export const paperIn = (desk: Desk, req: Request): Paper => paperOf(desk, String(req.params['key']));

function titleOf(paper: Paper, desk: Desk, language: Request['language']): string {
  if (paper.kind === 'specification') return fill(PAPERS.specificationOf[language], { number: paper.lot });
  if (paper.kind === 'lot-list') return PAPERS.lotList[language];
  const several = desk.customers.length > 1;
  const customer = desk.customers.find((each) => each.bin === paper.customer);
  return several && customer ? `${PAPERS.contractOf[language]}: ${ofBoth(customer.name, language)}` : PAPERS.contractOf[language];
}

/** The address where what the paper says is filled in. */
function editHref(paper: Paper, { draft }: Desk): string | null {
  if (paper.kind === 'lot-list') return null;
  return paper.kind === 'contract-draft'
    ? `/drafts/${draft.number}/contract`
    : `/drafts/${draft.number}/specification/${paper.lot}`;
}

const isFile = (paper: Paper, { draft }: Desk): boolean =>
  paper.kind === 'specification' && draft.body.head.subjectKind !== 'goods';

export async function sendPaper(
  exchange: Exchange,
  desk: Desk,
  paper: Paper,
  errors: FieldError[] = [],
  status?: number,
): Promise<void> {
  const { req, services } = exchange;
  const { language } = req;
  const { draft, isAuthor, file } = desk;
  const stored = desk.papers.filter((each) => isPaper(paper, each));
  const rows = await documentsOf(services.db.pool, draft.id);
  const documents: PaperDocument[] = [];
  for (const { id, name, state } of stored) {
    const row = rows.find((each) => each.id === id);
    const signatures = await signaturesOf(services.db.pool, id);
    documents.push({
      ...{ id, name, state, bytes: row?.bytes ?? 0, sha256: row?.sha256 ?? '', createdAt: row?.createdAt.getTime() ?? 0 },
      signatures: signatures.map((each) => ({ id: each.id, name: each.signer.name, signedAt: each.signedAt.getTime() })),
    });
  }
  const now = desk.payload(paper);
  const heading = titleOf(paper, desk, language);
  await sendPage(exchange, {
    name: 'pages/draft-paper',
    head: {
      title: heading,
      heading,
      errors,
      caption: fill(DRAFT.caption[language], { number: draft.number }),
      breadcrumbs: draftCrumbs(req, draft.number, heading),
    },
    view: paperView({
      ...{ language, paper, documents, isAuthor, errors, csrf: formToken(req), number: draft.number, author: file.creator.name },
      outdated: stored.some((each) => each.payload && each.state !== 'to-print' && (!now || isOutdated(each.payload, now))),
      isReady: isReady(paper, desk),
      isFile: isFile(paper, desk),
      editHref: editHref(paper, desk),
      script: services.assets.url('eds.js'),
    }),
    status: status ?? (errors.length > 0 ? 422 : 200),
  });
}

async function sendList(exchange: Exchange, desk: Desk, step: 'specification' | 'contract', papers: Paper[]): Promise<void> {
  const { req } = exchange;
  const { language } = req;
  const { draft } = desk;
  const t = inLanguage(PAPERS, language);
  const heading = STEP_NAMES[step][language];
  const table: DataTable = {
    id: 'papers',
    caption: t.table,
    captionHidden: true,
    columns: [{ text: t.paper }, { text: t.state }, { text: t.next }],
    rows: papers.map((paper) => ({
      cells: [{ text: nameOf(paper, desk, language), rowHeader: true }, ...stateCells(paper, desk, language)],
    })),
    empty: DRAFT.firstLots[language],
  };
  const faults = desk.faults.filter((fault) => fault.step === step);
  const said = [...new Set(faults.map((fault) => faultSentence(fault, desk.customers, language)))];
  // «Далее» without a required document names what is missing (S1 §1.3.1.2).
  const here = step === 'specification' ? 'specification?check=1' : 'contract/papers?check=1';
  const next = faults.length > 0 ? here : step === 'specification' ? 'contract' : 'people';
  await sendPage(exchange, {
    name: 'pages/draft-paper-list',
    head: {
      title: heading,
      heading,
      caption: fill(DRAFT.caption[language], { number: draft.number }),
      breadcrumbs: draftCrumbs(req, draft.number, heading),
      errors: req.query['check'] === '1' ? said.map((text) => ({ field: 'papers', text, href: '#papers' })) : [],
    },
    view: {
      blocks: [{ table }],
      next: papers.length > 0 ? { href: `/drafts/${draft.number}/${next}`, text: DRAFT.next[language] } : null,
      back: { href: `/drafts/${draft.number}`, text: DRAFT.toTasks[language] },
    },
  });
}

function nameOf(paper: Paper, desk: Desk, language: Request['language']): string {
  const lot = paper.kind === 'specification' && desk.draft.body.lots.find((each) => each.number === paper.lot);
  return lot ? `${lot.number}. ${ofBoth(lot.item.name, language)}` : titleOf(paper, desk, language);
}

/** State of a paper, and the way to the next thing to do with it. */
function stateCells(paper: Paper, desk: Desk, language: Request['language']): DataTable['rows'][number]['cells'] {
  const t = inLanguage(PAPERS, language);
  const href = `/drafts/${desk.draft.number}/papers/${paper.key}`;
  const stored = desk.papers.filter((each) => isPaper(paper, each));
  const now = desk.payload(paper);
  if (stored.some((each) => each.payload && (!now || isOutdated(each.payload, now))))
    return [{ tag: { text: t.outdated, colour: 'red' } }, { text: t.open, href }];
  const worst = (['to-print', 'approved', 'uploaded', 'signed'] as const).find((state) =>
    stored.some((each) => each.state === state),
  );
  if (worst) return [{ tag: stateTag(worst, language) }, { text: t.open, href }];
  if (isFile(paper, desk)) return [{ text: t.notFilled }, { text: t.attach, href }];
  const edit = editHref(paper, desk);
  return isReady(paper, desk)
    ? [{ text: t.filled }, { text: t.open, href }]
    : [{ text: t.notFilled }, { text: t.fill, href: edit ?? href }];
}
