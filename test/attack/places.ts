import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { EDIT_KINDS } from '../../templates/pages/calendar-edit.view.ts';
import { procurementActions } from '../../domain/procurement/actions/index.ts';
import type { Ground } from './ground.ts';
import { organization } from '../support/people.ts';
import type { Route } from './routes.ts';

const DEADLINES: readonly ProcurementFile['deadlines'][number]['key'][] = [
  'quotations-start',
  'quotations-end',
  'applications-end',
];

/** Values that stand in the address of some page of this ground, by name of the parameter; `id` by the place before it. */
function valuesOf(ground: Ground, route: Route, parameter: string): string[] {
  const { ids, documents, numbers, draft, requests, unpublished } = ground;
  const before = new RegExp(`/([\\w-]+)/:${parameter}`).exec(route.pattern)?.[1] ?? '';
  const known: Record<string, string[]> = {
    number: route.pattern.includes('drafts') ? [draft, requests.completed.number, unpublished] : numbers,
    act: ['save-consideration', 'vote', 'recall-vote'],
    action: procurementActions.rows.map((row) => row.name),
    code: ['suspended'],
    // Below a draft its own publication: a few of others are enough.
    command: ids.commands.slice(0, 3),
    digest: [ground.assets],
    form: ['json', 'sig'],
    key: before === 'why' ? [...DEADLINES] : ['specification-1', `contract-${organization('C1').bin}`, 'lot-list'],
    kind: [...EDIT_KINDS],
    lot: ['1', '2'],
    name: ['portal.css'],
    signature: ids.signatures,
    step: ['head', 'delivery', 'contract', 'people', 'dates', 'specification-1'],
    type: ['results'],
    version: ['1', '2'],
  };
  const [other] = ids.documents.filter((id) => documents.get(id)?.number !== draft);
  const places: Record<string, string[]> = {
    documents: route.pattern.includes('drafts')
      ? [...ids.documents.filter((id) => documents.get(id)?.number === draft), other!]
      : ids.documents,
    files: ids.documents,
    commands: ids.commands,
    notifications: ids.notices,
    tokens: ids.tokens,
  };
  const found = parameter === 'id' ? places[before] : known[parameter];
  if (!found) throw new Error(`no value is known for :${parameter} of ${route.pattern}`);
  return found;
}

/** All places of a route on this ground: every combination of the values its parameters can have. */
export function placesOf(ground: Ground, route: Route): Record<string, string>[] {
  return route.parameters.reduce<Record<string, string>[]>(
    (all, parameter) =>
      all.flatMap((place) => valuesOf(ground, route, parameter).map((value) => ({ ...place, [parameter]: value }))),
    [{}],
  );
}
