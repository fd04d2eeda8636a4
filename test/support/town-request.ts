import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { randomUUID } from 'node:crypto';
import { type OfferAnswer, submitOffer, withdrawOffer } from '../../api/offers.ts';
import { addDocument } from '../../db/documents.ts';
import { findCase } from '../../db/cases.ts';
import { outcomeOf, receiveCommand } from '../../db/receive.ts';
import type { Outcome } from '../../domain/case.ts';
import type { Actor, Role } from '../../domain/parties.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import type { ApplicationDocumentKind } from '../../domain/procurement/application.ts';
import { sealFile } from '../../trust/sealed-file.ts';
import { sealAndSign } from '../../trust/browser/seal-and-sign.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { eventually } from './eventually.ts';
import { actor } from './people.ts';
import type { SavedHistory } from './replay.ts';
import { storeDraft } from './stored-draft.ts';
import type { Town } from './town.ts';

/** A document of an application before it is sealed. */
export interface Paper {
  kind: ApplicationDocumentKind;
  lot?: string;
  name: string;
  bytes: string;
  /** The sealed file never reaches the portal. */
  lost?: boolean;
}

export const aPaper = (more: Partial<Paper> = {}): Paper => ({
  kind: 'participation-agreement',
  name: 'Соглашение об участии.pdf',
  bytes: '%PDF-1.7 соглашение об участии',
  ...more,
});

/** One procurement of a town, seen by the people who act on it. */
export class TownRequest {
  readonly town: Pick<Town, 'db' | 'engine' | 'client' | 'desk' | 'files' | 'signingKey'>;
  readonly id: string;
  readonly number: string;

  private constructor(town: TownRequest['town'], id: string, number: string) {
    this.town = town;
    this.id = id;
    this.number = number;
  }

  /** Stores a draft as the wizard would: the case's row with plan items behind its lots. */
  static async draft(town: TownRequest['town'], given: ProcurementFile): Promise<TownRequest> {
    const file = await storeDraft(town.db.pool, given);
    return new TownRequest(town, file.id, file.number);
  }

  /** A procurement that the portal made itself. */
  static async known(town: TownRequest['town'], number: string): Promise<TownRequest> {
    const file = await findCase(town.db.pool, number);
    if (!file) throw new Error(`no case ${number}`);
    return new TownRequest(town, file.id, number);
  }

  async file(): Promise<ProcurementFile> {
    const file = await findCase(this.town.db.pool, this.number);
    if (!file) throw new Error(`no case ${this.number}`);
    return file;
  }

  as(key: string, role?: Role) {
    return {
      /** Sends a command and waits for its outcome. */
      send: async (action: string, input: unknown): Promise<Outcome> => {
        const { commandId } = await this.receive(actor(key, role), action, input);
        await this.carry(commandId);
        return this.outcome(commandId);
      },
      /** Receives a command without telling the case. */
      receive: (action: string, input: unknown) => this.receive(actor(key, role), action, input),
    };
  }

  private async receive(by: Actor, action: string, input: unknown) {
    const reception = await receiveCommand(this.town.db, { commandId: randomUUID(), caseId: this.id, action, actor: by, input });
    if (!reception.ok) throw new Error(`not received: ${reception.reason}`);
    return reception.received.command;
  }

  /** Signals a received command to its case. */
  async carry(commandId: string): Promise<void> {
    const { rows } = await this.town.db.pool.query<{ action: string; actor: Actor; input: unknown; at: string }>(
      `select action, actor, input, floor(extract(epoch from received_at) * 1000) as at from command where id = $1`,
      [commandId],
    );
    const { action, actor: by, input, at } = rows[0]!;
    await this.town.engine.carry({ commandId, action, actor: by, input, receivedAt: Number(at) }, await this.file());
  }

  async outcome(commandId: string): Promise<Outcome> {
    await eventually(`an outcome of ${commandId}`, async () => Boolean((await outcomeOf(this.town.db, commandId))?.outcome));
    const found = await outcomeOf(this.town.db, commandId);
    return found!.outcome!;
  }

  /** Seals and signs a quotation as the supplier's browser does, and hands it in. `prices`: lot number → price. */
  offer(supplier: string, prices: Record<string, string>): Promise<OfferAnswer> {
    return this.handIn(supplier, { prices: Object.entries(prices).map(([lot, of]) => ({ lot, price: of })) });
  }

  /** Seals documents and prices of an application as the supplier's browser does, and hands it in. `documents`: kind → bytes. */
  async apply(supplier: string, prices: Record<string, string>, documents: Paper[] = [aPaper()]): Promise<OfferAnswer> {
    const sealed = await Promise.all(
      documents.map(async ({ bytes, lost, ...paper }) => {
        const { sealed: blob, address, key, sha256, size } = await sealFile(Buffer.from(bytes));
        if (!lost) await this.town.files.put(blob);
        return { ...paper, size, sha256, sealed: address, key };
      }),
    );
    return this.handIn(supplier, { prices: Object.entries(prices).map(([lot, of]) => ({ lot, price: of })), documents: sealed });
  }

  /** Stores a file as an upload of this case; what a command says of it. */
  async store(bytes: Uint8Array, name: string): Promise<{ documentId: string; sha256: string; name: string }> {
    const sha256 = await this.town.files.put(bytes);
    const documentId = randomUUID();
    await addDocument(this.town.db.pool, {
      ...{
        id: documentId,
        caseId: this.id,
        kind: 'attachment',
        lot: null,
        version: 1,
        name,
        mediaType: 'application/octet-stream',
      },
      ...{ sha256, bytes: bytes.length, payload: null, payloadSha256: null, state: 'uploaded', createdBy: 'town' },
    });
    return { documentId, sha256, name };
  }

  private async handIn(supplier: string, content: object): Promise<OfferAnswer> {
    const file = await this.file();
    if (!file.intake) throw new Error('there is no window yet');
    const { generation, price } = file.intake;
    const by = actor(supplier);
    const window = { procurement: file.number, lot: '*', kind: 'price' as const, ...price, generation, supplier: by.bin ?? '' };
    const { post } = await sealAndSign(window, content, await this.town.signingKey(supplier));
    return submitOffer(this.town.desk, {
      file,
      actor: by,
      envelope: Buffer.from(post.envelope, 'base64'),
      manifest: post.manifest,
      signature: Buffer.from(post.signature, 'base64'),
      commandId: randomUUID(),
    });
  }

  async withdraw(supplier: string): Promise<OfferAnswer> {
    return withdrawOffer(this.town.desk, { file: await this.file(), actor: actor(supplier), commandId: randomUUID() });
  }

  private handle(runId?: string) {
    return this.town.client.workflow.getHandle(workflowIdOf('procurement', this.number), runId);
  }

  /** Sends a signal by hand, past the portal. */
  signalByHand(name: string, ...args: unknown[]): Promise<void> {
    return this.handle().signal(name, ...args);
  }

  /** Histories of all runs of this case, oldest last. */
  async histories(): Promise<SavedHistory[]> {
    const workflowId = workflowIdOf('procurement', this.number);
    const found: SavedHistory[] = [];
    let runId: string | undefined;
    for (;;) {
      const history = await this.handle(runId)
        .fetchHistory()
        .catch(() => null);
      if (!history) return found;
      found.push({ workflowId, history: JSON.parse(historyToJSON(history)) as unknown });
      const before = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
      if (!before) return found;
      runId = before;
    }
  }

  /** Waits until the case is between two of its tasks. */
  quiet(): Promise<void> {
    return eventually('a case between two tasks', async () => {
      const description = await this.handle()
        .describe()
        .catch(() => null);
      return description !== null && !description.raw.pendingWorkflowTask;
    });
  }
}
