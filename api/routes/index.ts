import type { Express } from 'express';
import type { Services } from '../services.ts';
import * as announcements from './announcements.ts';
import * as calendarEdit from './calendar-edit.ts';
import * as calendar from './calendar.ts';
import * as help from './help.ts';
import * as ledger from './ledger.ts';
import * as operator from './operator.ts';
import * as rules from './rules.ts';
import * as cabinet from './cabinet.ts';
import * as draftCopy from './draft-copy.ts';
import * as draftLots from './draft-lots.ts';
import * as draftPapers from './draft-papers.ts';
import * as draftPublication from './draft-publication.ts';
import * as draftSigning from './draft-signing.ts';
import * as draftSteps from './draft-steps.ts';
import * as drafts from './drafts.ts';
import * as files from './files.ts';
import * as planItems from './plan-items.ts';
import * as clock from './clock.ts';
import * as lots from './lots.ts';
import * as edsCheck from './eds-check.ts';
import * as myQuotations from './my-quotations.ts';
import * as notifications from './notifications.ts';
import * as offerReceipts from './offer-receipts.ts';
import * as applications from './applications.ts';
import * as offers from './offers.ts';
import * as resultsProtocol from './results-protocol.ts';
import * as preferences from './preferences.ts';
import * as sealedFiles from './sealed-files.ts';
import * as unpublished from './unpublished-single-source.ts';
import * as resume from './resume.ts';
import * as tokens from './tokens.ts';
import * as signIn from './sign-in.ts';
import * as procurement from './procurement.ts';
import * as procurementActions from './procurement-actions.ts';
import * as procurementCommands from './procurement-commands.ts';
import * as downloads from './downloads.ts';
import * as protocols from './protocols.ts';
import * as verify from './verify.ts';
import * as archive from './downloads-archive.ts';
import * as sandbox from './sandbox.ts';
import * as procurementCreator from './procurement-creator.ts';
import * as apiPage from './api-page.ts';
import * as api from '../api-v1/mount.ts';
import * as openApi from '../api-v1/openapi.ts';

/** Every module of routes; a new one is a line here. */
const MODULES: { register: (app: Express, services: Services) => void }[] = [
  api,
  openApi,
  apiPage,
  procurementCreator,
  sandbox,
  archive,
  verify,
  protocols,
  downloads,
  procurementCommands,
  procurementActions,
  applications,
  resultsProtocol,
  unpublished,
  offers,
  sealedFiles,
  offerReceipts,
  myQuotations,
  notifications,
  edsCheck,
  procurement,
  announcements,
  calendar,
  calendarEdit,
  help,
  ledger,
  operator,
  rules,
  lots,
  cabinet,
  draftCopy,
  draftLots,
  draftPapers,
  draftPublication,
  draftSigning,
  draftSteps,
  drafts,
  files,
  planItems,
  clock,
  preferences,
  resume,
  signIn,
  tokens,
];

export function registerRoutes(app: Express, services: Services): void {
  for (const { register } of MODULES) register(app, services);
}
