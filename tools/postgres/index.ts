export { removeCluster } from './cluster.ts';
export { createDatabase, databaseAddress, dropDatabase, ensureDatabase } from './databases.ts';
export { startPostgres, type Postgres, type PostgresOptions } from './server.ts';
