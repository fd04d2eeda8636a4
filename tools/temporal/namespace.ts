import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import proto from '@temporalio/proto';
import { setTimeout as pause } from 'node:timers/promises';
import type { TemporalConfig } from './config.ts';

const TYPE = {
  Text: proto.temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_TEXT,
  Keyword: proto.temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  Int: proto.temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_INT,
  Double: proto.temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_DOUBLE,
  Bool: proto.temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
  Datetime: proto.temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
  KeywordList: proto.temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD_LIST,
} satisfies Record<TemporalConfig['searchAttributes'][number]['type'], number>;

/** Whether a Temporal server answers at the address. */
export async function temporalAnswers(address: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: 1_000 });
    await connection.close();
    return true;
  } catch {
    return false;
  }
}

/**
 * Brings a namespace to what the configuration says: retention, missing search attributes. Repeatable.
 * Needed after the start too: the dev server takes attributes from its flags only when it makes the namespace.
 */
export async function prepareNamespace(address: string, config: TemporalConfig): Promise<{ added: string[] }> {
  const { namespace } = config;
  const connection = await Connection.connect({ address });
  try {
    const ttl = msToTs(config.retention * 3_600_000);
    await connection.workflowService.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl: ttl } });
    const known = async () => (await connection.operatorService.listSearchAttributes({ namespace })).customAttributes ?? {};
    const before = await known();
    const missing = config.searchAttributes.filter(({ name }) => !(name in before));
    if (missing.length > 0) {
      const searchAttributes = Object.fromEntries(missing.map(({ name, type }) => [name, TYPE[type]]));
      await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
    }
    // The servers learn of a new attribute a moment later; a case started before that would be refused.
    for (let tries = 0; tries < 100; tries++) {
      const now = await known();
      if (missing.every(({ name }) => name in now)) break;
      await pause(100);
    }
    return { added: missing.map(({ name }) => name) };
  } finally {
    await connection.close();
  }
}
