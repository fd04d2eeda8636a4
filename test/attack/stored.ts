import type { Tx } from '../../db/client.ts';

/** What the database of a ground holds of its announcements, by id: places to try, and whose they are. */
export async function storedOf(tx: Tx, numbers: readonly string[]) {
  const rows = async <Row extends object>(sql: string) => (await tx.query<Row>(sql)).rows;
  const ids = async (sql: string) => (await rows<{ id: string }>(sql)).map(({ id }) => id);
  const pairs = async (sql: string) => new Map((await rows<{ id: string; of: string }>(sql)).map((row) => [row.id, row.of]));
  const ofThese = `join procurement_case c on c.id = x.case_id where c.number in (${numbers.map((each) => `'${each}'`).join(', ')})`;
  const documents = await rows<{ id: string; kind: string; number: string }>(
    `select x.id, x.kind, c.number from document x ${ofThese} order by x.created_at`,
  );
  return {
    ids: {
      documents: documents.map(({ id }) => id),
      signatures: await ids(`select s.id from document_signature s join document x on x.id = s.document_id ${ofThese}`),
      commands: await ids(`select x.id from command x ${ofThese} order by x.received_at`),
      notices: await ids('select id::text from notification'),
      tokens: await ids('select id::text from api_token'),
    },
    /** What each document is and of which number. */
    documents: new Map(documents.map(({ id, ...what }) => [id, what])),
    /** Login of the person whose command it is; the portal has none. */
    senders: await pairs(
      `select x.id, u.login as of from command x join app_user u on u.id::text = x.actor->>'userId' ${ofThese}`,
    ),
    /** Login of the reader of each notice. */
    readers: await pairs('select n.id::text, u.login as of from notification n join app_user u on u.id = n.user_id'),
  };
}
