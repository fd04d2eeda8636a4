import { describe, expect, test } from 'vitest';
import { noticesOf } from '../../../domain/procurement/notices.ts';
import { actors, factsOf, menuOf } from '../../support/builders.ts';
import '../../support/matchers.ts';
import { METHODS_IN_TEST, THREE_LOTS } from './methods.ts';

const READERS = [
  actors.creator,
  actors.organizerRepresentative,
  actors.customerRepresentative,
  actors.customer,
  actors.secondCustomer,
  actors.administrator,
];

describe.each(METHODS_IN_TEST)('$method', (method) => {
  const published = method.published(THREE_LOTS);
  const stages = { published, taking: published.taking(), forming: published.forming(), completed: published.completed() };

  test('every status that was reached says by which act and article it was (history, S1 passim)', () => {
    for (const { file } of Object.values(stages)) {
      expect(file.derivations.status).toMatchObject({ rule: 'status-follows-act', inputs: { statusAfter: file.status } });
      expect(file.derivations.status?.article).toMatch(/^S1 §1\.(3|7)\./);
    }
  });

  test('before the opening neither file nor notices know of an offer, and no supplier that is not invited is told (spec 01 "Secrecy")', () => {
    const { file } = stages.taking;
    expect([file.quotations, file.application, file.restrictions]).toEqual([null, null, []]);
    const closing = factsOf(
      published.file,
      method.takingStatus === 'taking-quotations' ? 'start-taking-quotations' : 'start-taking-applications',
      {
        by: actors.portal,
        at: method.when.taking,
      },
    );
    const told = closing.flatMap((fact) => noticesOf(file, fact).flatMap((notice) => notice.suppliers));
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
