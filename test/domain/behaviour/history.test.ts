import { describe, expect, test } from 'vitest';
import { methods, sheetOf } from '../../../domain/procurement/methods/index.ts';
import { noticesOf } from '../../../domain/procurement/notices.ts';
import { actors, factsOf, menuOf } from '../../support/builders.ts';
import '../../support/matchers.ts';
import { METHODS_BY_SHEET, THREE_LOTS } from './methods.ts';

const READERS = [
  actors.creator,
  actors.organizerRepresentative,
  actors.customerRepresentative,
  actors.customer,
  actors.secondCustomer,
  actors.administrator,
];

test('every dated sheet of every method that is built has its run here', () => {
  const built = Object.values(methods).flatMap(({ code, sheets }) => sheets.map(({ from }) => `${code} ${from}`));
  expect(METHODS_BY_SHEET.map(({ method, sheet }) => `${method} ${sheet}`).sort()).toEqual(built.sort());
});

describe.each(METHODS_BY_SHEET)('$method ($sheet)', (method) => {
  const published = method.published(THREE_LOTS);
  const stages = { published, taking: published.taking(), forming: published.forming(), completed: published.completed() };

  test('every status that was reached says by which act and article it was (history, S1 passim)', () => {
    for (const { file } of Object.values(stages)) {
      expect(file.derivations.status).toMatchObject({ rule: 'status-follows-act', inputs: { statusAfter: file.status } });
      expect(file.derivations.status?.article).toMatch(/^S1 §1\.(3|7)\./);
    }
  });

  test('each later stage names its own paragraph of the manual', () => {
    const { taking, forming, completed } = stages;
    const cited = Object.entries({ taking, forming, completed }).map(([stage, { file }]) => [
      stage,
      file.derivations.status?.article.replace('S1 §', ''),
    ]);
    expect(Object.fromEntries(cited)).toEqual(method.articles);
  });

  test('the sheet in force on the day of publication is kept to the end (house rule 3)', () => {
    for (const { file } of Object.values(stages)) {
      expect(file.sheet, file.status).toBe(method.sheet);
      expect(sheetOf(file).restrictions.article).toBe(method.article);
    }
  });

  test('before the opening neither file nor notices know of an offer, and no supplier that is not invited is told (spec 01 "Secrecy")', () => {
    const { file } = stages.taking;
    expect([file.quotations, file.application, file.restrictions]).toEqual([null, null, []]);
    const opening = factsOf(published.file, method.start, { by: actors.portal, at: method.when.taking });
    const told = opening.flatMap((fact) => noticesOf(file, fact).flatMap((notice) => notice.suppliers));
    expect(told).toEqual(file.invited ? [file.invited.bin] : []);
  });

  test('«Скачать все» is for those of the organizer and the customers, from publication on, also while suspended (S1 §1.3.6)', () => {
    const suspended = stages.taking.suspended(method.when.taking);
    for (const { file } of [...Object.values(stages), suspended]) {
      for (const reader of READERS) expect(menuOf(file, reader), `${reader.role} in ${file.status}`).toContain('download-all');
      for (const stranger of [
        actors.supplier(1),
        actors.supplier(2),
        actors.foreignOrganizer,
        actors.foreignCustomer,
        actors.operator,
      ])
        expect(menuOf(file, stranger)).not.toContain('download-all');
    }
  });

  test('nobody of another organization may do anything at any stage', () => {
    for (const { file } of Object.values(stages))
      for (const stranger of [
        actors.foreignOrganizer,
        actors.foreignCustomer,
        actors.foreignAdministrator,
        actors.customersAdministrator,
      ])
        expect(file).canOnly(stranger, []);
  });
});
