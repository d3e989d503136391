import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_LIMIT } from '../../../adapters/uploads/store.ts';
import { raw } from '../../http/call.ts';
import { type Line, openLine } from './line.ts';

const head = {
  png: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  jpeg: Buffer.from('ffd8ffe000104a46494600010101', 'hex'),
  gif: Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00', 'latin1'),
  webp: Buffer.from('RIFF\x24\x00\x00\x00WEBPVP8 ', 'latin1'),
  pdf: Buffer.from('%PDF-1.7\n%\xe2\xe3', 'latin1'),
};
const png = (size = 100): Buffer => Buffer.concat([head.png, Buffer.alloc(size - head.png.length)]);

describe('uploads to Direct Line', () => {
  let line: Line;
  let visit: Awaited<ReturnType<Line['visit']>>;
  beforeEach(async () => {
    line = await openLine();
    visit = await line.visit();
  });
  afterEach(() => line.close());

  const path = () => `/v3/directline/conversations/${visit.id}/upload?userId=forged`;
  const file = (content: Buffer | string, name: string, type = 'application/octet-stream') =>
    new File([typeof content === 'string' ? content : new Uint8Array(content)], name, { type });
  const activity = (json: object) =>
    new File([JSON.stringify({ type: 'message', ...json })], 'blob', { type: 'application/vnd.microsoft.activity' });
  const form = (...parts: [string, File | string][]): FormData => {
    const made = new FormData();
    for (const [name, part] of parts) made.append(name, part);
    return made;
  };
  const upload = (body: FormData) => line.call('POST', path(), { token: visit.token, body });
  const shown = () => line.store.accepted.filter(({ shown }) => shown !== null).map(({ shown }) => shown);
  const kept = async () => (await readdir(line.uploadFolder)).length;

  it('take a message with files in any order of parts, and serve them under their real type', async () => {
    const text = activity({
      text: '发票',
      from: { id: 'forged' },
      attachments: [{ contentType: 'text/html', name: 'x', thumbnailUrl: 'data:text/html,x' }],
      channelData: { clientActivityID: 'up1' },
    });
    const answer = await upload(
      form(['file', file(png(), '账单 一.png')], ['activity', text], ['file', file(head.pdf, 'a.pdf')]),
    );
    assert.equal(answer.status, 200, answer.text);
    const [message] = shown();
    assert.equal(message?.text, '发票');
    assert.equal(message?.from.id, visit.user);
    assert.deepEqual(
      message?.attachments?.map(({ contentType, name }) => [contentType, name]),
      [
        ['image/png', '账单 一.png'],
        ['application/pdf', 'a.pdf'],
      ],
    );
    const log = await line.call('GET', `/v3/directline/conversations/${visit.id}/activities`, { token: visit.token });
    const echo = log.json.activities.find((each: { id: string }) => each.id === answer.json.id);
    const url: string = echo.attachments[0].contentUrl;
    assert.ok(url.startsWith(`${line.base}/v3/directline/attachments/`));
    const served = await fetch(url);
    assert.equal(served.status, 200);
    assert.deepEqual(Buffer.from(await served.arrayBuffer()), png());
    assert.equal(served.headers.get('content-type'), 'image/png');
    assert.match(served.headers.get('content-disposition') ?? '', /^attachment; .*filename\*=UTF-8''%E8%B4%A6/);
    assert.match(served.headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/);
    assert.equal(served.headers.get('x-content-type-options'), 'nosniff');
  });

  for (const [kind, content, type] of [
    ['png', head.png, 'image/png'],
    ['jpeg', head.jpeg, 'image/jpeg'],
    ['gif', head.gif, 'image/gif'],
    ['webp', head.webp, 'image/webp'],
    ['pdf', head.pdf, 'application/pdf'],
  ] as const) {
    it(`take ${kind}, by its first bytes`, async () => {
      assert.equal((await upload(form(['file', file(content, 'x', 'text/html')]))).status, 200);
      assert.equal(shown()[0]?.attachments?.[0]?.contentType, type);
    });
  }

  it('take one raw file with its name in Content-Disposition', async () => {
    const headers = {
      'content-type': 'image/jpeg',
      'content-disposition': "attachment; filename*=UTF-8''%E7%85%A7.jpg",
    };
    const answer = await line.call('POST', path(), { token: visit.token, body: head.jpeg, headers });
    assert.equal(answer.status, 200, answer.text);
    assert.equal(shown()[0]?.attachments?.[0]?.name, '照.jpg');
  });

  for (const [what, parts, status] of [
    [
      'SVG',
      [['file', file('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'a.svg', 'image/svg+xml')]],
      415,
    ],
    ['HTML that calls itself PNG', [['file', file('<script>alert(1)</script>', 'a.png', 'image/png')]], 415],
    ['an executable', [['file', file('MZ\x90\x00', 'a.png')]], 415],
    ['an empty file', [['file', file('', 'a.png')]], 415],
    [
      'one good and one bad file',
      [
        ['file', file(png(), 'a.png')],
        ['file', file('no', 'b.png')],
      ],
      415,
    ],
    ['5 MB and a byte', [['file', file(png(FILE_LIMIT + 1), 'a.png')]], 413],
    ['six files', Array.from({ length: 6 }, (_, n) => ['file', file(png(), `${n}.png`)]), 413],
    ['no file', [['activity', activity({ text: 'x' })]], 400],
    [
      'a part of another name',
      [
        ['file', file(png(), 'a.png')],
        ['other', file(png(), 'b.png')],
      ],
      400,
    ],
    [
      'a field of another name',
      [
        ['file', file(png(), 'a.png')],
        ['evil', 'x'],
      ],
      400,
    ],
    [
      'an activity that is none',
      [
        ['activity', file('{', 'blob')],
        ['file', file(png(), 'a.png')],
      ],
      400,
    ],
    [
      'an activity with a forbidden key',
      [
        ['activity', file('{"type":"message","__proto__":{}}', 'blob')],
        ['file', file(png(), 'a.png')],
      ],
      400,
    ],
    [
      'an event',
      [
        ['activity', activity({ type: 'event', name: 'x' })],
        ['file', file(png(), 'a.png')],
      ],
      400,
    ],
  ] as [string, [string, File | string][], number][]) {
    it(`refuse ${what} with ${status}, and keep nothing of it`, async () => {
      const answer = await upload(form(...parts));
      assert.equal(answer.status, status, answer.text);
      assert.ok(answer.json.error.message.length > 10);
      assert.equal(shown().length, 0);
      assert.equal(await kept(), 0);
    });
  }

  it('take exactly 5 MB, and five files', async () => {
    assert.equal((await upload(form(['file', file(png(FILE_LIMIT), 'a.png')]))).status, 200);
    const five = Array.from({ length: 5 }, (_, n): [string, File] => ['file', file(png(), `${n}.png`)]);
    assert.equal((await upload(form(...five))).status, 200);
    assert.equal(shown()[1]?.attachments?.length, 5);
  });

  for (const [what, type, body, status] of [
    ['JSON', 'application/json', '{}', 415],
    ['a form without boundary', 'multipart/form-data', 'x', 400],
    [
      'a form that breaks off',
      'multipart/form-data; boundary=B',
      '--B\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc',
      400,
    ],
    ['a form of rubbish', 'multipart/form-data; boundary=B', 'rubbish', 400],
  ] as const) {
    it(`refuse ${what} with ${status}`, async () => {
      const answer = await line.call('POST', path(), { token: visit.token, body, headers: { 'content-type': type } });
      assert.equal(answer.status, status, answer.text);
      assert.equal(await kept(), 0);
    });
  }

  it('keep nothing of a sender that goes half way', async () => {
    const part = '--B\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n';
    const port = Number(new URL(line.base).port);
    const request = `POST ${path()} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${visit.token}\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: 90000\r\n\r\n${part}`;
    const { connect } = await import('node:net');
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(Buffer.concat([Buffer.from(request), png(5000)]), () => setTimeout(() => socket.destroy(), 50));
      });
      socket.on('close', () => resolve());
    });
    const deadline = Date.now() + 3000;
    while ((await kept()) > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal(await kept(), 0);
    assert.equal(shown().length, 0);
  });

  it('refuse a size that is too large before it comes', async () => {
    const port = Number(new URL(line.base).port);
    const answer = await raw(
      port,
      `POST ${path()} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${visit.token}\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: 99000000\r\n\r\n--B`,
    );
    assert.match(answer, /^HTTP\/1\.1 413 /);
  });

  it('are one message for one clientActivityID, and the second copy is not kept', async () => {
    const body = () =>
      form(
        ['activity', activity({ text: 'x', channelData: { clientActivityID: 'u' } })],
        ['file', file(png(), 'a.png')],
      );
    const first = await upload(body());
    const files = await kept();
    const second = await upload(body());
    assert.deepEqual(second.json, first.json);
    assert.equal(shown().length, 1);
    assert.equal(await kept(), files);
  });

  it('clean names of what could deceive', async () => {
    for (const [given, expected] of [
      ['cod\u202egnp.exe', 'codgnp.exe.png'],
      ['../../etc/passwd', 'etcpasswd.png'],
      ['a\u0000b\u200b.png', 'ab.png'],
      ['.htaccess', 'htaccess.png'],
      ['page.html', 'page.html.png'],
      ['x'.repeat(300), `${'x'.repeat(95)}.png`],
    ] as const) {
      const headers = {
        'content-type': 'image/png',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(given)}`,
      };
      await line.call('POST', path(), { token: visit.token, body: head.png, headers });
      assert.equal(shown().at(-1)?.attachments?.[0]?.name, expected);
    }
  });

  describe('the files', () => {
    it('are removed when the time they are kept for has passed, and not before', async () => {
      await upload(form(['file', file(png(), 'a.png')]));
      const before = await kept();
      assert.ok(before > 0);
      await line.uploads.expire(Date.now() - 60_000);
      assert.equal(await kept(), before);
      await line.uploads.expire(Date.now() + 60_000);
      assert.equal(await kept(), 0);
    });

    const stored = async () => {
      await upload(form(['file', file(png(), 'a.png')]));
      return shown()[0]?.attachments?.[0]?.contentUrl ?? '';
    };

    it('open for a signature of a day or a token of their conversation, for nobody else', async () => {
      const plain = await stored();
      const other = await line.visit();
      assert.equal((await line.call('GET', plain)).status, 401);
      assert.equal((await line.call('GET', plain, { token: visit.token })).status, 200);
      assert.equal((await line.call('GET', plain, { token: other.token })).status, 404);
      const signed = line.uploads.sign(plain);
      assert.equal((await line.call('GET', signed)).status, 200);
      const [bare = '', query = ''] = signed.split('?');
      const another = `${bare.slice(0, -22)}${'A'.repeat(22)}?${query}`;
      const later = signed.replace(/until=(\d+)/, (_, until) => `until=${Number(until) + 1}`);
      for (const bad of [another, later, signed.slice(0, -1), `${bare}?signature=`]) {
        assert.equal((await line.call('GET', bad)).status, 401, bad);
      }
      line.skew = 25 * 3600 * 1000;
      assert.equal((await line.call('GET', signed)).status, 401);
    });

    it('are stored sealed, name and all, and do not open once changed', async () => {
      const secret = 'canary-13800138000';
      const whole = Buffer.concat([png(), Buffer.from(secret), Buffer.alloc(FILE_LIMIT - 200)]);
      await upload(form(['file', file(whole, `${secret}.png`)]));
      const url = shown()[0]?.attachments?.[0]?.contentUrl ?? '';
      const names = await readdir(line.uploadFolder);
      assert.equal(names.length, 2);
      for (const name of names) {
        const kept = await readFile(join(line.uploadFolder, name));
        for (const part of [secret, visit.id, png().subarray(0, 8), 'image/png'])
          assert.ok(!kept.includes(part), `${name}: ${part}`);
      }
      const read = await line.uploads.read(url.split('/').at(-1) ?? '');
      assert.deepEqual([read?.content.equals(whole), read?.upload.name], [true, `${secret}.png`]);
      const content = join(line.uploadFolder, names.find((name) => !name.endsWith('.json')) ?? '');
      const bytes = await readFile(content);
      bytes[bytes.length - 20] = (bytes.at(-20) ?? 0) ^ 1;
      await writeFile(content, bytes);
      await assert.rejects(line.uploads.read(url.split('/').at(-1) ?? ''), { name: 'SealBroken' });
    });

    it('are not a way to other files', async () => {
      for (const id of ['..%2f..%2fetc%2fpasswd', '%2e%2e', 'AAAAAAAAAAAAAAAAAAAAAA', 'x.json']) {
        const answer = await line.call('GET', `/v3/directline/attachments/${id}`, { token: visit.token });
        assert.equal(answer.status, 404, id);
      }
    });
  });
});
