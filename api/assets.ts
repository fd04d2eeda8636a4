import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Express } from 'express';
import type { Services } from './services.ts';

/** Styles, scripts, fonts and pictures of the pages, under one digest of all of them: a new release is a new address. */
export interface Assets {
  digest: string;
  /** Address of an asset. @throws Error when there is no such asset. */
  url(name: string): string;
  get(name: string): Asset | undefined;
}

interface Asset {
  type: string;
  bytes: Buffer;
  zipped: Buffer | null;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const require = createRequire(import.meta.url);
const packageFile = (name: string) => require.resolve(name);
const own = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Reads everything once; `scripts` are the bundled browser scripts by name (`frame.js`). */
export function createAssets(scripts: ReadonlyMap<string, Uint8Array>): Assets {
  const files = new Map<string, Buffer>();
  const golos = dirname(packageFile('@fontsource-variable/golos-text/index.css'));
  for (const file of readdirSync(join(golos, 'files'))) files.set(file, readFileSync(join(golos, 'files', file)));
  const pictures = join(dirname(packageFile('@ministryofjustice/frontend/moj/moj-frontend.min.css')), 'assets', 'images');
  for (const file of readdirSync(pictures)) if (file.endsWith('.svg')) files.set(file, readFileSync(join(pictures, file)));
  files.set('icon.svg', readFileSync(own('../templates/styles/icon.svg')));
  files.set('portal.css', Buffer.from(styles(golos)));
  for (const [name, bytes] of scripts) files.set(name.endsWith('.js') ? name : `${name}.js`, Buffer.from(bytes));
  return serveable(files);
}

/** One style sheet: font faces, the two design systems with the portal's font in place of GDS Transport, our layer. */
function styles(golos: string): string {
  const read = (name: string) => readFileSync(packageFile(name), 'utf8');
  const systems = ['govuk-frontend/dist/govuk/govuk-frontend.min.css', '@ministryofjustice/frontend/moj/moj-frontend.min.css'];
  const foreign = systems
    .map(read)
    .join('\n')
    .replace(/@font-face\{font-family:GDS Transport;[^}]*\}/g, '')
    .replace(/font-family:GDS Transport,arial,sans-serif/g, 'font-family:var(--app-font)')
    .replace(/\/\*# sourceMappingURL=.*?\*\//g, '')
    .replace(/url\(\/assets\/images\/([\w.-]+)\)/g, 'url($1)');
  const faces = readFileSync(join(golos, 'index.css'), 'utf8').replace(/url\(\.\/files\//g, 'url(');
  const layer = ['app.css', 'frame.css', 'content.css', 'calendar.css', 'supplier.css'].map((name) =>
    readFileSync(own(`../templates/styles/${name}`), 'utf8'),
  );
  return [faces, foreign, ...layer].join('\n');
}

function serveable(files: Map<string, Buffer>): Assets {
  const hash = createHash('sha256');
  const assets = new Map<string, Asset>();
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
    const type = TYPES[extname(name)];
    if (!type) throw new Error(`No media type is known for the asset ${name}`);
    assets.set(name, { type, bytes, zipped: name.endsWith('.woff2') ? null : gzipSync(bytes, { level: 9 }) });
  }
  const digest = hash.digest('hex').slice(0, 16);
  return {
    digest,
    get: (name) => assets.get(name),
    url(name) {
      if (!assets.has(name)) throw new Error(`There is no asset ${name}`);
      return `/assets/${digest}/${name}`;
    },
  };
}

/** `/assets/<digest>/<name>`, kept by browsers for a year; another digest is another release and is not answered. */
export function setUpAssets(app: Express, { assets }: Services): void {
  app.get('/favicon.ico', (_req, res) => res.redirect(301, assets.url('icon.svg')));
  app.get('/assets/:digest/:name', (req, res, next) => {
    const { digest, name } = req.params;
    const asset = assets.get(name);
    if (!asset || digest !== assets.digest) return next();
    res.set({ 'Content-Type': asset.type, 'Cache-Control': 'public, max-age=31536000, immutable' }).vary('Accept-Encoding');
    const zipped = asset.zipped && req.acceptsEncodings('gzip') === 'gzip' ? asset.zipped : null;
    if (zipped) res.set('Content-Encoding', 'gzip');
    res.end(zipped ?? asset.bytes);
  });
}
