import type { ActionRow } from '../../domain/actions.ts';
import { procurementActions } from '../../domain/procurement/actions/index.ts';
import type { ProcurementFact } from '../../domain/procurement/facts.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { cite } from '../../domain/regulation.ts';
import { PROCEDURE_ROLE_NAMES } from '../../templates/texts/roles.ts';
import { code, page, table } from './markdown.ts';

type Row = ActionRow<ProcurementFile, ProcurementFact>;

const CARRIERS: Record<Row['carrier'], string> = {
  signal: 'command to the case',
  intake: 'sealed, into the intake window',
  clock: 'performed by the portal',
  read: 'only reads',
};

const SUSPENDED = { also: 'yes', only: 'only then' } as const;

const names = (list: readonly string[]) => list.map(code).join(', ');

/** Every action of a procurement: how it travels, who, in which status, what is looked up first, and where it is written. */
export function actionsPage(): string {
  const rows = procurementActions.rows.map((row) => [
    code(row.name),
    CARRIERS[row.carrier],
    row.who.map((role) => PROCEDURE_ROLE_NAMES[role].en).join(', '),
    names(row.when),
    row.whileSuspended ? SUSPENDED[row.whileSuspended] : 'no',
    names(row.consult ?? []),
    cite(row.source),
  ]);
  return page(
    'Actions of a procurement',
    'The table `domain/procurement/actions/` as it stands. Whatever is not in a row is refused: `not-your-role`, `not-in-this-status` or `suspended`.',
    table(['Action', 'Travels as', 'Who', 'In which status', 'While suspended', 'Looked up first', 'Source'], rows),
  );
}
