import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProcess, remember } from '../processes.ts';
import { firstLine, timed, type Progress } from './cache.ts';

const MODULE = fileURLToPath(new URL('.', import.meta.url));
const PROGRAM = 'github.com/temporalio/cli';

/** Version of the Temporal command line tool that the module in this folder pins. */
export const TEMPORAL_VERSION = pinnedVersion();

function pinnedVersion(): string {
  const found = /github\.com\/temporalio\/cli v(\d+\.\d+\.\d+)/.exec(readFileSync(join(MODULE, 'go.mod'), 'utf8'));
  if (!found) throw new Error(`${MODULE}go.mod does not name a version of ${PROGRAM}`);
  return found[1]!;
}

/** Builds the pinned program to `to`; waits instead if another start is building it. 5–6 minutes on 2 cores, 2 GB of memory. */
export async function buildTemporal(to: string, progress: Progress): Promise<void> {
  const lock = join(dirname(to), 'build.pid');
  const other = findProcess(lock);
  await timed('building once, 5–6 min', progress, async () => {
    if (other) await other.ended;
    if (!existsSync(to)) await build(to, lock);
  });
}

async function build(to: string, lock: string): Promise<void> {
  if ((await firstLine('go', ['version'])) === null) throw new Error(remedy('Go is not installed'));
  const half = `${to}.${process.pid}`;
  // The tag is the server's own: without the cloud archives' gRPC, which a server on one machine does not need.
  const flags = ['-trimpath', '-tags', 'disable_grpc_modules'];
  flags.push('-ldflags', `-s -w -X ${PROGRAM}/internal/temporalcli.Version=${TEMPORAL_VERSION}`);
  const go = spawn('go', ['build', ...flags, '-o', half, `${PROGRAM}/cmd/temporal`], {
    cwd: MODULE,
    env: { ...process.env, CGO_ENABLED: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (go.pid) remember(lock, go.pid);
  const together = () => go.kill();
  process.once('exit', together);
  let said = '';
  go.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
  const code = await new Promise((resolve) => go.once('close', resolve).once('error', resolve));
  process.removeListener('exit', together);
  rmSync(lock, { force: true });
  if (code !== 0) {
    rmSync(half, { force: true });
    throw new Error(`${remedy('the Go build failed')}\n${said.trim()}`);
  }
  renameSync(half, to);
}

const remedy = (reason: string): string =>
  `No Temporal server: ${reason}. Install the "temporal" command line tool (1.8 or newer) on the PATH, or Go 1.26, ` +
  'or set TEMPORAL_ADDRESS to a running server (temporal-dev.yml starts one in a container).';
