import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get as httpGet } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Registry } from 'prom-client';
import { registerHealth } from '../../adapters/http/health.ts';
import { registerPages } from '../../adapters/http/pages.ts';
import { type Running, run } from './call.ts';

const page = `<!doctype html>${'<p>首问</p>'.repeat(100)}`;

describe('pages', () => {
  let folder: string;
  let running: Running;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pages-'));
    await mkdir(join(folder, 'assets'));
    await mkdir(join(folder, 'desk'));
    await writeFile(join(folder, 'index.html'), page);
    await writeFile(join(folder, 'desk', 'index.html'), page);
    await writeFile(join(folder, 'widget.js'), 'let a');
    await writeFile(join(folder, 'assets', 'index-Ab3_xY9z.js'), 'x'.repeat(2000));
    await writeFile(join(folder, '.env'), 'SECRET=1');
    running = await run(async (server) => void (await registerPages(server, folder)));
  });
  after(async () => {
    await running.server.close(500);
    await rm(folder, { recursive: true });
  });

  const fetched = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
      httpGet(running.base + path, { headers }, (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk) => chunks.push(chunk));
        res.on('end', () =>
          resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }),
        );
      }).on('error', reject);
    });

  for (const [accepted, encoding, open] of [
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['', undefined, (body: Buffer) => body],
  ] as const) {
    it(`come as ${encoding ?? 'they are'} to who accepts "${accepted}"`, async () => {
      const answer = await fetched('/', { 'accept-encoding': accepted });
      assert.equal(answer.headers['content-encoding'], encoding);
      assert.equal(open(answer.body).toString(), page);
    });
  }

  it('let only our own scripts run, with trusted types', async () => {
    const policy = String((await fetched('/')).headers['content-security-policy']);
    assert.equal(
      policy,
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self' ws: wss:; " +
        "font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *; require-trusted-types-for 'script'",
    );
    assert.match(String((await fetched('/desk/')).headers['content-security-policy']), /frame-ancestors 'none'/);
  });

  it('are kept for ever only when their name has a hash', async () => {
    const asset = await fetched('/assets/index-Ab3_xY9z.js');
    assert.equal(asset.headers['cache-control'], 'public, max-age=31536000, immutable');
    const home = await fetched('/');
    assert.equal(home.headers['cache-control'], 'no-cache');
    const again = await fetched('/', { 'if-none-match': String(home.headers.etag) });
    assert.equal(again.status, 304);
    assert.equal(again.body.length, 0);
  });

  it('can be embedded by other sites through widget.js', async () => {
    assert.equal((await fetched('/widget.js')).headers['cross-origin-resource-policy'], 'cross-origin');
  });

  it('are nothing but the built files', async () => {
    for (const path of ['/.env', '/assets/', '/index.html', '/assets/..%2f.env', '/%2e%2e/%2e%2e/etc/passwd']) {
      assert.equal((await fetched(path)).status, 404, path);
    }
  });

  it('say how to build them when they are missing', async () => {
    const bare = await run(async (server) => void (await registerPages(server, join(folder, 'absent'))));
    const answer = await fetch(`${bare.base}/`);
    assert.equal(answer.status, 503);
    assert.match(await answer.text(), /npm run build/);
    for (const path of ['/desk', '/desk/']) assert.equal((await fetch(bare.base + path)).status, 404, path);
    await bare.server.close(500);
  });
});

describe('health', () => {
  it('is ready while every check holds, and names those that do not, without their errors', async () => {
    const checks = { ledger: async () => {}, conversations: async () => {} };
    const registry = new Registry();
    const { server, base } = await run((server) => registerHealth(server, { checks, registry }));
    assert.equal((await fetch(`${base}/readyz`)).status, 200);
    checks.ledger = async () => {
      throw new Error('connect ECONNREFUSED 10.0.0.3');
    };
    const answer = await fetch(`${base}/readyz`);
    assert.equal(answer.status, 503);
    const text = await answer.text();
    assert.match(text, /ledger/);
    assert.doesNotMatch(text, /conversations|ECONN|10\.0/);
    assert.equal((await fetch(`${base}/healthz`)).status, 200);
    assert.match((await fetch(`${base}/metrics`)).headers.get('content-type') ?? '', /^text\/plain/);
    await server.close(500);
  });
});
