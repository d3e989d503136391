import assert from 'node:assert/strict';
import { once } from 'node:events';
import { HttpError } from '../../adapters/http/answer.ts';
import { BODY_MS, readBody, readJson, readOptionalJson } from '../../adapters/http/body.ts';
import { type Running, raw, run } from './call.ts';

const close = 'Connection: close\r\n';

describe('the HTTP server', () => {
  let running: Running;
  before(async () => {
    running = await run((server) => {
      server.route('GET', '/fails', async () => {
        throw new Error('password=hunter2 at /srv/secret.ts');
      });
      server.route('GET', '/refuses', async () => {
        throw new HttpError(418, 'Teapot', 'Ask for coffee.', { 'retry-after': '7' });
      });
      server.route('GET', '/things/:name', async ({ params, query }) => ({
        status: 200,
        body: { name: params.name, q: query.get('q') },
      }));
      server.route('POST', '/json', async ({ req }) => ({ status: 200, body: { got: await readJson(req, 1000) } }));
      server.route('POST', '/optional', async ({ req }) => ({
        status: 200,
        body: { got: await readOptionalJson(req) },
      }));
      server.route('POST', '/brief', async ({ req }) => ({ status: 200, body: await readBody(req, 1000, 20) }));
      server.route('POST', '/raw', async ({ req }) => ({ status: 200, body: { size: (await readBody(req)).length } }));
    });
  });
  after(async () => {
    await running.server.close(500);
  });

  const get = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(running.base + path, init);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, json: text === '' ? undefined : JSON.parse(text) };
  };

  describe('errors', () => {
    for (const [path, method, status, code] of [
      ['/nothing', 'GET', 404, 'NotFound'],
      ['/nothing%22%3Cscript%3E', 'GET', 404, 'NotFound'],
      ['/json', 'GET', 405, 'MethodNotAllowed'],
      ['/json', 'DELETE', 405, 'MethodNotAllowed'],
      ['/fails', 'GET', 500, 'Internal'],
      ['/refuses', 'GET', 418, 'Teapot'],
      ['/things/%zz', 'GET', 404, 'NotFound'],
    ] as const) {
      it(`${method} ${path} → ${status} in our shape`, async () => {
        const answer = await get(path, { method });
        assert.equal(answer.status, status);
        assert.deepEqual(Object.keys(answer.json), ['error']);
        assert.deepEqual(Object.keys(answer.json.error), ['code', 'message']);
        assert.equal(answer.json.error.code, code);
        assert.doesNotMatch(answer.text, /hunter2|secret\.ts|\bat \/|script/);
      });
    }

    it('gives a refusal its headers', async () => {
      assert.equal((await get('/refuses')).headers.get('retry-after'), '7');
    });

    it('logs the cause of a failure under the id the caller was told', async () => {
      const answer = await get('/fails', { headers: { 'x-request-id': 'my-request-0001' } });
      assert.equal(answer.headers.get('x-request-id'), 'my-request-0001');
      assert.match(answer.json.error.message, /my-request-0001/);
      assert.ok(running.logged.some((line) => line.includes('my-request-0001') && line.includes('hunter2')));
    });

    for (const [what, bytes] of [
      ['a Host that is none', `GET /json HTTP/1.1\r\nHost: [\r\n${close}\r\n`],
      ['a Host with a port that is none', `GET /json HTTP/1.1\r\nHost: a:99999999\r\n${close}\r\n`],
      ['an absolute address that is none', `GET http://[ HTTP/1.1\r\nHost: a\r\n${close}\r\n`],
    ] as const) {
      it(`survives ${what}`, async () => {
        assert.match(await raw(running.port, bytes), /^HTTP\/1\.1 400 /);
        assert.equal((await get('/things/x')).status, 200);
      });
    }

    for (const path of ['//evil.example/x', '/things/..%2f..%2fetc', '/?%00', '*', '/\\..\\x']) {
      it(`answers the path ${path} without falling over`, async () => {
        const answer = await raw(running.port, `GET ${path} HTTP/1.1\r\nHost: a\r\n${close}\r\n`);
        assert.match(answer, /^HTTP\/1\.1 (200|400|404) /);
      });
    }
  });

  describe('bodies', () => {
    const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    for (const [what, type, body, status, code] of [
      ['an object', 'application/json', '{"a":1}', 200, null],
      ['a charset', 'application/json; charset=utf-8', '{"a":1}', 200, null],
      ['20 levels', 'application/json', deep(20), 200, null],
      ['21 levels', 'application/json', deep(21), 400, 'TooDeep'],
      ['400 levels', 'application/json', deep(400), 400, 'TooDeep'],
      ['bad JSON', 'application/json', '{"a":', 400, 'BadSyntax'],
      ['nothing', 'application/json', '', 400, 'BadSyntax'],
      ['__proto__', 'application/json', '{"__proto__":{"admin":true}}', 400, 'ForbiddenKey'],
      ['an escaped __proto__', 'application/json', '{"a":[{"\\u005f_proto__":1}]}', 400, 'ForbiddenKey'],
      ['constructor', 'application/json', '{"a":{"constructor":{"prototype":{}}}}', 400, 'ForbiddenKey'],
      ['prototype', 'application/json', '{"prototype":1}', 400, 'ForbiddenKey'],
      ['bad UTF-8', 'application/json', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400, 'BadEncoding'],
      ['a text', 'text/plain', '{}', 415, 'UnsupportedMediaType'],
      ['a form', 'application/x-www-form-urlencoded', 'a=1', 415, 'UnsupportedMediaType'],
      ['almost JSON', 'application/json-patch+json', '{}', 415, 'UnsupportedMediaType'],
      ['1000 bytes', 'application/json', `"${'x'.repeat(998)}"`, 200, null],
      ['1001 bytes', 'application/json', `"${'x'.repeat(999)}"`, 413, 'TooLarge'],
    ] as const) {
      it(`${what} → ${status}`, async () => {
        const answer = await get('/json', { method: 'POST', headers: { 'content-type': type }, body });
        assert.equal(answer.status, status, answer.text);
        assert.equal(answer.json.error?.code ?? null, code);
      });
    }

    it('no content type → 415', async () => {
      const answer = await raw(running.port, `POST /json HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n${close}\r\n{}`);
      assert.match(answer, /^HTTP\/1\.1 415 /);
    });

    it('no body where it may be left out → {}', async () => {
      assert.deepEqual((await get('/optional', { method: 'POST' })).json, { got: {} });
    });

    it('refuses a huge declared size before it comes, and an endless chunked one while it comes', async () => {
      const head = 'POST /raw HTTP/1.1\r\nHost: a\r\n';
      const declared = await raw(running.port, `${head}Content-Length: 900000000\r\n\r\nx`);
      assert.match(declared, /^HTTP\/1\.1 413 /);
      const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
      const chunked = await raw(running.port, `${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(24)}`);
      assert.match(chunked, /^HTTP\/1\.1 413 /);
    });

    it('takes a chunked body of the right size', async () => {
      const head = `POST /raw HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n${close}\r\n`;
      assert.match(await raw(running.port, `${head}3\r\nabc\r\n0\r\n\r\n`), /"size":3/);
    });
  });

  describe('every answer', () => {
    it('tells browsers to run, frame and keep nothing', async () => {
      for (const path of ['/things/x', '/nothing', '/fails']) {
        const { headers } = await get(path);
        assert.equal(headers.get('x-content-type-options'), 'nosniff');
        assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'; frame-ancestors 'none'/);
        assert.equal(headers.get('cache-control'), 'no-store');
        assert.equal(headers.get('server'), null);
        assert.match(headers.get('x-request-id') ?? '', /^[\w-]{36}$/);
      }
    });

    it('is logged by its route, without query, path or parameters', async () => {
      await get('/things/13800138000?q=secret-token');
      await get('/nowhere/13800138000?q=secret-token');
      const text = running.logged.join('\n');
      assert.match(text, /"route":"\/things\/:name","status":200/);
      assert.match(text, /"route":"none","status":404/);
      assert.doesNotMatch(text, /secret-token|13800138000/);
    });

    it('takes no request id that could forge a log line', async () => {
      const { headers } = await get('/things/x', { headers: { 'x-request-id': 'a b"c' } });
      assert.match(headers.get('x-request-id') ?? '', /^[\w-]{36}$/);
    });
  });

  it('answers 408 to a body that does not arrive in time, and closes', async () => {
    const answer = await raw(running.port, 'POST /brief HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab');
    assert.match(answer, /^HTTP\/1\.1 408 .*connection: close/is);
    assert.equal(BODY_MS, 15_000);
  });

  it('has limits on time and connections', () => {
    const { server } = running.server.restify;
    assert.equal(server.requestTimeout, 60_000);
    assert.equal(server.headersTimeout, 10_000);
    assert.equal(server.maxConnections, 10_000);
    assert.equal(Reflect.get(server, 'connectionsCheckingInterval'), 2000);
  });

  it('answers 404 to an upgrade nobody handles', async () => {
    const answer = await raw(
      running.port,
      'GET /nope HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    assert.match(answer, /^HTTP\/1\.1 404 /);
  });
});

describe('the HTTP server, closing', () => {
  it('lets a running request end, and takes no other', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { server, base } = await run((server) =>
      server.route('GET', '/slow', async () => {
        await held;
        return { status: 200, body: { done: true } };
      }),
    );
    const slow = fetch(`${base}/slow`).then((answer) => answer.json());
    await once(server.restify.server, 'request');
    const closed = server.close(60_000);
    release();
    assert.deepEqual(await slow, { done: true });
    await closed;
    await assert.rejects(fetch(base));
  });
});
