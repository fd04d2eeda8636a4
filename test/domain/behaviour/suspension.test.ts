import { describe, expect, test } from 'vitest';
import { actors, at, attempt } from '../../support/builders.ts';
import '../../support/matchers.ts';
import { windowsOf } from '../../../domain/procurement/windows.ts';
import { METHODS_BY_SHEET } from './methods.ts';

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
const TWO_LOTS = [{}, {}];

describe.each(METHODS_BY_SHEET)('$method ($sheet): suspension (S1 §1.4.18)', (method) => {
  const { when, takingStatus, deadlines, act } = method;
  const taking = method.published(TWO_LOTS).taking();
  const { file } = taking.suspended(when.taking);
  const [startKey, endKey] = deadlines;

  test('covers the status, no deadline runs, and the window is frozen', () => {
    expect(file.status).toBe(takingStatus);
    expect(file.suspension?.at).toBe(when.taking);
    expect(file.deadlines).toEqual([]);
    expect(windowsOf(file)).toMatchObject([{ state: 'frozen' }]);
  });

  test('before the window opens both deadlines are kept, in it only its end', () => {
    const before = method.published(TWO_LOTS).suspended(when.published).file;
    expect(before.suspension?.frozen.map(({ key }) => key)).toEqual([startKey, endKey]);
    expect(file.suspension?.frozen.map(({ key }) => key)).toEqual([endKey]);
  });

  test('keeps the act, over all lots, with who and when; lots cannot be chosen', () => {
    const input = { act: act(), lots: ['1'] };
    const { file: chosen } = taking.do('suspend', { by: actors.creator, at: when.taking, input });
    expect(chosen.acts).toMatchObject([
      { ...act(), action: 'suspend', at: when.taking, by: { iin: actors.creator.iin }, lots: ['1', '2'] },
    ]);
    expect(chosen.suspension?.actIndex).toBe(0);
  });

  test('only resuming, cancelling and reading are left', () => {
    expect(file).canOnly(actors.creator, ['resume', 'cancel', 'download-all']);
    for (const by of [actors.supplier(1), actors.portal]) expect(file).canOnly(by, []);
    for (const by of [actors.organizerRepresentative, actors.customer, actors.administrator])
      expect(file).canOnly(by, ['download-all']);
  });

  test('whatever else is tried is refused by the paragraph on suspension, not by its own', () => {
    const byTheSuspension = { code: 'suspended', source: { document: 'S1', place: '1.4.18' } };
    const representative = { by: actors.creator, at: when.taking, input: { userId: actors.creator.userId } };
    const refusal = { by: actors.customer, at: when.taking, input: { lots: ['1'], ground: 'потребность отпала' } };
    for (const answer of [attempt(file, 'change-representative', representative), attempt(file, 'refuse', refusal)])
      expect(answer).toMatchObject({ refusal: byTheSuspension });
  });

  test('is not repeated, and not possible once the results protocol is being formed', () => {
    const again = { by: actors.creator, at: when.completed, input: { act: act() } };
    expect(attempt(file, 'suspend', again)).refusesWith('suspended');
    const published = method.published(TWO_LOTS);
    for (const later of [published.forming(), published.completed()])
      expect(attempt(later.file, 'suspend', again)).refusesWith('not-in-this-status');
  });

  test('needs an act that bears a date that has come, by the clock of Kazakhstan', () => {
    const dated = (date: string) =>
      attempt(taking.file, 'suspend', {
        by: actors.creator,
        at: method.at('2026-02-18', '00:30'),
        input: { act: act({ date }) },
      });
    const [today, tomorrow] = [method.day('2026-02-18'), method.day('2026-02-19')];
    expect(dated(today).ok).toBe(true);
    expect(dated(tomorrow)).refusesWith('act-dated-in-the-future', { date: tomorrow, today });
    expect(dated('2026-02-30')).refusesWith('bad-input');
  });

  test.each(['number', 'date', 'kind', 'bodyKind', 'body', 'scan'] as const)('needs every field of the act: %s', (field) => {
    const { [field]: _left, ...lacking } = act();
    expect(attempt(taking.file, 'suspend', { by: actors.creator, at: when.taking, input: { act: lacking } })).refusesWith(
      'bad-input',
    );
  });
});

describe.each(METHODS_BY_SHEET)('$method ($sheet): resumption (S1 §1.4.19)', (method) => {
  const { when, takingStatus, deadlines, act } = method;
  const taking = method.published(TWO_LOTS).taking();
  const endOf = ({ file }: typeof taking) => file.deadlines.find(({ key }) => key === deadlines[1])?.at ?? 0;

  test('a week later the window ends a week later: status, window and deadlines are those of before', () => {
    const resumed = taking.suspended(when.taking).resumed(when.taking + WEEK);
    expect(resumed.file.status).toBe(takingStatus);
    expect(resumed.file.suspension).toBeNull();
    expect(endOf(resumed) - endOf(taking)).toBe(WEEK);
    expect(resumed.file.window?.closesAt).toBe(endOf(resumed));
    expect(resumed.file.window?.opensAt).toBe(taking.file.window?.opensAt);
    expect(windowsOf(resumed.file)).toMatchObject([{ state: 'open', closesAt: endOf(resumed) }]);
    expect(resumed.file.acts.map((act) => act.action)).toEqual(['suspend', 'resume']);
  });

  test('is the creator’s, and only of what is suspended', () => {
    const input = { act: act() };
    expect(attempt(taking.file, 'resume', { by: actors.creator, at: when.taking, input })).refusesWith('not-in-this-status');
    const { file } = taking.suspended(when.taking);
    expect(attempt(file, 'resume', { by: actors.supplier(1), at: when.taking, input })).refusesWith('not-your-role');
  });

  test('is refused where the holidays it must count over are not known yet', () => {
    const { file } = taking.suspended(when.taking);
    const resuming = (date: string) =>
      attempt(file, 'resume', { by: actors.creator, at: at(date, '12:00'), input: { act: act() } });
    expect(resuming('2027-11-01').ok).toBe(true);
    expect(resuming('2027-12-20')).refusesWith('date-beyond-calendar');
  });
});
