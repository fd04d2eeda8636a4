import type { Express } from 'express';
import {
  clockState,
  countByStatus,
  documentsToPrint,
  overdueDeadlines,
  protocolsDue,
  waitingCommands,
  waitingLetters,
} from '../../db/operator-reads.ts';
import { lastRound } from '../../db/canary.ts';
import { heartbeats } from '../../db/heartbeats.ts';
import { ledgerChecks } from '../../db/ledger-checks.ts';
import { operatorView } from '../../templates/pages/operator.view.ts';
import { OPERATOR, VIEWS, type EngineView } from '../../templates/texts/operator.ts';
import type { Language } from '../../templates/texts/texts.ts';
import { engineOptions } from '../../workflows/engine.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { sendPage } from '../page.ts';
import type { Services } from '../services.ts';
import { requireRole } from '../session.ts';

/** What the engine cannot show its operators: what is late by the legal clock, and what waits in the portal's queues. */
export function register(app: Express, services: Services): void {
  const { db, engine, settings } = services;
  const tx = db.pool;

  app.get('/operator', requireRole('operator'), async (req, res) => {
    const { language } = req;
    const [overdue, commands, letters, documents, protocols] = await Promise.all([
      overdueDeadlines(tx),
      waitingCommands(tx),
      waitingLetters(tx),
      documentsToPrint(tx),
      protocolsDue(tx),
    ]);
    const [canary, processes, [ledger = null]] = await Promise.all([lastRound(tx), heartbeats(tx), ledgerChecks(tx, 1)]);
    const [statuses, clock, engineAnswers] = await Promise.all([countByStatus(tx), clockState(tx), engine.answers()]);
    const pages = settings.temporalUi ? enginePages(settings.temporalUi) : null;
    const heading = OPERATOR.heading[language];
    await sendPage(
      { req, res, services },
      {
        name: 'pages/content',
        head: { title: heading, heading },
        view: ({ legalNow }) =>
          operatorView({
            ...{
              language,
              legalNow,
              engineAnswers,
              clock,
              overdue,
              commands,
              letters,
              documents,
              protocols,
              statuses,
              canary,
              processes,
              ledger,
            },
            views: pages?.views(legalNow, language) ?? null,
            processHref: pages?.processHref ?? null,
          }),
      },
    );
  });
}

/** Filters know no "now": the instant is filled in. */
const FILTERS: Record<EngineView, (now: string) => string> = {
  overdue: (now) => `ExecutionStatus="Running" AND CaseSuspended=false AND CaseNextDeadline<"${now}"`,
  suspended: () => 'ExecutionStatus="Running" AND CaseSuspended=true',
  taking: () => 'CaseStatus="taking-quotations"',
  forming: () => 'CaseStatus="forming-results-protocol"',
  problems: () => 'TemporalReportedProblems IN ("category=WorkflowTaskFailed", "category=WorkflowTaskTimedOut")',
  byNumber: () => 'CaseNumber="1000001-1"',
};

/** Addresses in the engine's interface: views with a filter, which the link saves under its name, and single processes. */
function enginePages(temporalUi: string) {
  const { namespace = 'default' } = engineOptions(process.env);
  const base = `${temporalUi.replace(/\/+$/, '')}/namespaces/${encodeURIComponent(namespace)}/workflows`;
  return {
    processHref: (number: string) => `${base}/${workflowIdOf('procurement', number)}`,
    views: (legalNow: number, language: Language) => {
      const now = new Date(legalNow).toISOString();
      return (Object.keys(FILTERS) as EngineView[]).map((view) => {
        const address = new URLSearchParams({ query: FILTERS[view](now), savedQuery: VIEWS[view][language] });
        return { view, href: `${base}?${address.toString()}` };
      });
    },
  };
}
