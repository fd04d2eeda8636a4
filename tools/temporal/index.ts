export type { Progress } from './cache.ts';
export { readTemporalConfig, type TemporalConfig } from './config.ts';
export { findTemporal, type FoundTemporal } from './find.ts';
export { prepareNamespace, temporalAnswers } from './namespace.ts';
export { startTemporal, type Temporal, type TemporalOptions } from './server.ts';
export { findTestServer, type TestServer } from './test-server.ts';
