import assert from 'node:assert/strict';
import { Registry } from 'prom-client';
import { z } from 'zod';
import { registerHealth } from '../../adapters/http/health.ts';
import { operation } from '../../adapters/http/operation.ts';
import { bearer } from '../../adapters/http/secrets.ts';
import { call } from '../channels/directline/line.ts';
import { type Running, raw, run } from './call.ts';

/** What a caller with a plain client, or none of ours, sends. */
describe('plain callers', () => {
  let running: Running;
  before(async () => {
    const loose = operation({
      ...{ method: 'POST', path: '/api/loose', tag: 'x', summary: '' },
      body: z.strictObject({ note: z.string().optional() }),
      answer: z.object({ got: z.unknown() }),
      handle: async ({ body }) => ({ got: body }),
    });
    const strict = operation({
      ...{ method: 'POST', path: '/api/strict', tag: 'x', summary: '' },
      body: z.strictObject({ note: z.string() }),
      answer: z.object({}),
      handle: async () => ({}),
    });
    running = await run((server) => {
      registerHealth(server, { checks: {}, registry: new Registry() });
      server.route('GET', '/api/things/:id', async ({ params, req }) => ({
        status: 200,
        body: { id: params.id, key: bearer(req) },
        headers: { etag: '"1"' },
      }));
      for (const { path, run: handle } of [loose, strict]) server.route('POST', path, handle);
    });
  });
  after(() => running.server.close(500));

  const head = (path: string) =>
    raw(running.port, `HEAD ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`).then((text) => {
      const [headers = '', body = ''] = text.split('\r\n\r\n');
      return { status: Number(headers.split(' ')[1]), headers: headers.toLowerCase(), body };
    });

  it('HEAD is answered as GET is, without the body', async () => {
    for (const path of ['/healthz', '/readyz', '/metrics', '/api/things/7']) {
      const got = await fetch(running.base + path);
      const asked = await head(path);
      assert.deepEqual([asked.status, asked.body], [200, ''], path);
      assert.ok(asked.headers.includes(`content-length: ${(await got.text()).length}`), asked.headers);
      assert.ok(asked.headers.includes(`content-type: ${got.headers.get('content-type')?.toLowerCase()}`), path);
    }
    assert.match((await head('/api/things/7')).headers, /etag: "1"/);
    assert.equal((await head('/api/nothing')).status, 404);
    assert.equal((await head('/api/loose')).status, 405);
    assert.match(running.logged.join('\n'), /"method":"HEAD","route":"\/api\/things\/:id","status":200/);
  });

  it('headers that are too large → 431 in our shape, and the server goes on', async () => {
    const answer = await raw(running.port, `GET /healthz HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
    assert.match(answer, /^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/);
    const [headers = '', body = ''] = answer.split('\r\n\r\n');
    const { error } = JSON.parse(body);
    assert.equal(error.code, 'HeadersTooLarge');
    assert.match(error.message, /fewer or shorter/);
    assert.match(headers, /Content-Type: application\/json/);
    assert.match(headers, new RegExp(`Content-Length: ${Buffer.byteLength(body)}`));
    assert.equal((await head('/healthz')).status, 200);
  });

  it('what is no HTTP → 400 in our shape', async () => {
    const answer = await raw(running.port, 'hello\r\n\r\n');
    assert.match(answer, /^HTTP\/1\.1 400 /);
    assert.equal(JSON.parse(answer.split('\r\n\r\n')[1] ?? '').error.code, 'BadRequest');
  });

  it('a slash at the end is none', async () => {
    for (const path of ['/api/things/7/', '/api/things/7/?a=/b/', '/healthz/', '/readyz/']) {
      assert.equal((await fetch(running.base + path)).status, 200, path);
    }
    assert.equal((await fetch(`${running.base}/api/things/7//x/`)).status, 404);
  });

  it('the scheme of Authorization is read in any case', async () => {
    for (const authorization of ['Bearer k', 'bearer k', 'BEARER  k']) {
      const { json } = await call(`${running.base}/api/things/7`, 'GET', { headers: { authorization } });
      assert.equal(json.key, 'k', authorization);
    }
    const { json } = await call(`${running.base}/api/things/7`, 'GET', { headers: { authorization: 'Basic k' } });
    assert.equal(json.key, null);
  });

  it('whatever they accept, they get what there is', async () => {
    for (const accept of ['*/*', 'text/html', 'application/xml', 'nonsense']) {
      assert.equal((await fetch(`${running.base}/api/things/7`, { headers: { accept } })).status, 200, accept);
    }
  });

  describe('no body', () => {
    const post = (path: string, headers = '', body = '') =>
      raw(running.port, `POST ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${headers}\r\n${body}`);
    for (const [what, headers, body] of [
      ['nothing at all', '', ''],
      ['a length of 0', 'Content-Length: 0\r\n', ''],
      ['a length of 0 as JSON', 'Content-Length: 0\r\nContent-Type: application/json\r\n', ''],
      ['a length of 0 as a form', 'Content-Length: 0\r\nContent-Type: application/x-www-form-urlencoded\r\n', ''],
      ['no chunks', 'Transfer-Encoding: chunked\r\n', '0\r\n\r\n'],
      ['{}', 'Content-Length: 2\r\nContent-Type: application/json;charset=UTF-8\r\n', '{}'],
    ] as const) {
      it(`${what} is enough where nothing is needed`, async () => {
        assert.match(await post('/api/loose', headers, body), /^HTTP\/1\.1 200 .*\{"got":\{\}\}$/s);
      });

      it(`${what} is told what is missing elsewhere`, async () => {
        assert.match(await post('/api/strict', headers, body), /^HTTP\/1\.1 400 .*"message":"note: /s);
      });
    }

    it('a body of another type is refused all the same', async () => {
      const headers = 'Content-Length: 2\r\nContent-Type: text/plain\r\n';
      assert.match(await post('/api/loose', headers, '{}'), /^HTTP\/1\.1 415 /);
      assert.match(
        await post('/api/loose', 'Transfer-Encoding: chunked\r\n', '2\r\n{}\r\n0\r\n\r\n'),
        /^HTTP\/1\.1 415 /,
      );
    });
  });
});
