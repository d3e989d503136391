import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Answer, errorAnswer } from './answer.ts';
import { pagePolicy } from './headers.ts';
import type { Call, HttpServer } from './server.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSIBLE = /^(text|application|image\/svg)/;
/** Vite puts a hash of the content into these names, so that they never change. */
const HASHED = /^(\/desk)?\/assets\/.+-[\w-]{8,}\.\w+$/;

interface File {
  readonly type: string;
  /** Of the content, so that an unchanged page is not sent again. */
  readonly etag: string;
  readonly plain: Buffer;
  readonly br: Buffer | null;
  readonly gzip: Buffer | null;
}

/**
 * Serves the built pages from memory, compressed once at start: `/x/` is `x/index.html`. Without the folder, `/` answers
 * 503 saying how to build them. Returns the number of files found.
 */
export async function registerPages(server: HttpServer, folder: string): Promise<number> {
  const files = await load(folder);
  for (const [path, file] of files) server.route('GET', path, async (call) => serve(path, file, call));
  if (!files.has('/')) {
    server.route('GET', '/', async () =>
      errorAnswer(503, 'PagesMissing', 'The pages are not built yet: run "npm run build" and start again.'),
    );
  }
  if (files.has('/desk/')) server.route('GET', '/desk', async () => ({ status: 308, headers: { location: '/desk/' } }));
  return files.size;
}

async function load(folder: string): Promise<Map<string, File>> {
  const files = new Map<string, File>();
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of found) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const name = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, name).split(sep).join('/')}`;
    const file = await compress(type, await readFile(name));
    if (!path.endsWith('/index.html')) files.set(path, file);
    else files.set(path.slice(0, -'index.html'.length), file);
  }
  return files;
}

async function compress(type: string, plain: Buffer): Promise<File> {
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 20)}"`;
  if (!COMPRESSIBLE.test(type) || plain.length < 500) return { type, etag, plain, br: null, gzip: null };
  const br = await promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  return { type, etag, plain, br, gzip: await promisify(gzip)(plain, { level: 9 }) };
}

function serve(path: string, file: File, call: Call): Answer {
  const headers = {
    etag: file.etag,
    'content-security-policy': pagePolicy(path.startsWith('/desk/') ? "'none'" : '*'),
    'permissions-policy': 'camera=(), geolocation=(), payment=()',
    'cache-control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(path === '/widget.js' ? { 'cross-origin-resource-policy': 'cross-origin' } : {}),
    ...(file.br ? { vary: 'accept-encoding' } : {}),
  };
  if (call.req.headers['if-none-match'] === file.etag) return { status: 304, headers };
  const accepted = String(call.req.headers['accept-encoding'] ?? '');
  const encoding = file.br && /\bbr\b/.test(accepted) ? 'br' : file.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : null;
  const body = (encoding && file[encoding]) ?? file.plain;
  return {
    status: 200,
    body,
    headers: { ...headers, 'content-type': file.type, ...(encoding ? { 'content-encoding': encoding } : {}) },
  };
}
