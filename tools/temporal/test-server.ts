import { Client, Connection } from '@temporalio/client';
import { execFile, spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, portAnswers, releasePort, waitUntil } from '../ports.ts';
import { cacheFolder, downloaded, downloadHostAnswers, firstLine, timed, type Progress } from './cache.ts';

/** Newest release that carries memo over continue-as-new (1.37.0) and suggests it (1.36.0). */
const VERSION = '1.39.0';

const FLAGS = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto'];
const MAIN = 'io.temporal.testserver.TestServer';
/** Archive of loaded classes; a server without it starts too, a second later. */
const CLASSES = 'classes.jsa';

// `exec`: the SDK ends only its direct child, a JVM behind a shell would be left running.
const WRAPPER = `#!/bin/sh
here="$(dirname "$0")"
exec java ${FLAGS.join(' ')} -XX:SharedArchiveFile="$here/${CLASSES}" -cp "$here/lib/*" ${MAIN} "$@"
`;

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>zakup</groupId><artifactId>test-server</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId><version>${VERSION}</version></dependency>
  </dependencies>
</project>
`;

export interface TestServer {
  /** For the SDK: `{ executable: { type: 'existing-path', path } }`. */
  path: string;
  /** One line: what is used. */
  says: string;
}

/**
 * The time-skipping test server: ZAKUP_TEST_SERVER, the user's cache folder, the SDK's download, or the jars by Maven (7 s, once).
 * Throws with the remedy if there is none.
 */
export async function findTestServer(progress: Progress = () => undefined): Promise<TestServer> {
  const named = process.env.ZAKUP_TEST_SERVER;
  if (named) {
    if (!existsSync(named)) throw new Error(`ZAKUP_TEST_SERVER names ${named}, which does not exist.`);
    return { path: named, says: `${named}, named by ZAKUP_TEST_SERVER` };
  }
  const folder = cacheFolder(`test-server-${VERSION}`);
  const kept = join(folder, 'temporal-test-server');
  if (!existsSync(kept) && !(await bySdk(folder, kept, progress))) await byMaven(folder, kept, progress);
  return { path: kept, says: `time-skipping test server, ${kept}` };
}

async function bySdk(folder: string, kept: string, progress: Progress): Promise<boolean> {
  if (!(await downloadHostAnswers())) return false;
  return timed('downloading the test server once', progress, async () => {
    try {
      const { TestWorkflowEnvironment } = await import('@temporalio/testing');
      const executable = { type: 'cached-download', downloadDir: folder } as const;
      const environment = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
      await environment.teardown();
    } catch {
      // Whatever kept the SDK from it: Maven below needs neither the host nor the SDK.
    }
    const file = downloaded(folder, 'temporal-test-server-');
    if (file) renameSync(file, kept);
    return file !== null;
  });
}

async function byMaven(folder: string, kept: string, progress: Progress): Promise<void> {
  for (const program of ['java', 'mvn'])
    if ((await firstLine(program, ['-version'])) === null) throw new Error(remedy(`${program} is not installed`));
  // Several test files may ask at once: each fetches beside, the first to rename wins.
  const half = join(folder, `lib.${process.pid}`);
  const pom = `${half}.xml`;
  writeFileSync(pom, POM);
  try {
    const args = ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${half}`];
    await timed('fetching the test server once', progress, () => promisify(execFile)('mvn', args, { timeout: 600_000 }));
    const lib = join(folder, 'lib');
    if (!existsSync(lib)) renameSync(half, lib);
    if (!readdirSync(lib).some((name) => name === `temporal-test-server-${VERSION}.jar`))
      throw new Error(`${lib} lacks the test server`);
    await archiveClasses(folder);
    writeFileSync(`${kept}.${process.pid}`, WRAPPER);
    chmodSync(`${kept}.${process.pid}`, 0o755);
    renameSync(`${kept}.${process.pid}`, kept);
  } catch (error) {
    throw new Error(`${remedy('Maven could not fetch it')}\n${String(error)}`, { cause: error });
  } finally {
    rmSync(half, { recursive: true, force: true });
    rmSync(pom, { force: true });
  }
}

/** Runs the server for a moment and keeps the classes it has loaded; keeps nothing if it did not answer as it should. */
async function archiveClasses(folder: string): Promise<void> {
  const port = await freePort(0);
  const half = join(folder, `${CLASSES}.${process.pid}`);
  const flags = [...FLAGS, `-XX:ArchiveClassesAtExit=${half}`, '-cp', join(folder, 'lib', '*')];
  const server = spawn('java', [...flags, MAIN, String(port)], { stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('close', resolve).once('error', resolve));
  const listens = await waitUntil(
    () => portAnswers(port),
    30_000,
    () => server.exitCode !== null,
  );
  const answered =
    listens &&
    (await exercise(`127.0.0.1:${port}`).then(
      () => true,
      () => false,
    ));
  server.kill();
  await ended;
  releasePort(port);
  if (answered && existsSync(half)) renameSync(half, join(folder, CLASSES));
  else rmSync(half, { force: true });
}

/** A workflow is begun, told something, looked at and ended: most of what a test asks of the server. */
async function exercise(address: string): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    const { workflow } = new Client({ connection });
    const running = await workflow.start('anything', { taskQueue: 'nobody', workflowId: 'anything' });
    await running.signal('anything');
    await running.describe();
    await running.fetchHistory();
    await running.terminate();
  } finally {
    await connection.close();
  }
}

const remedy = (reason: string): string =>
  `No time-skipping test server: ${reason}. Install a Java runtime (17) and Maven, ` +
  'or set ZAKUP_TEST_SERVER to a program that is started as "<program> <port>".';
