import assert from 'node:assert/strict';
import { call } from '../../channels/directline/line.ts';
import { type Desk, openDesk, type Person, theySay, type Waiting } from './desk.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';

describe('files at the desk', () => {
  let desk: Desk;
  let wang: Person;
  let chen: Person;
  let theirs: Waiting;
  beforeEach(async () => {
    desk = await openDesk();
    wang = await desk.person('agent', '王芳');
    chen = await desk.person('agent', '陈静');
    theirs = await desk.waiting();
    await wang.post(`/handoffs/${theirs.handoff.id}/accept`);
  });
  afterEach(() => desk.close());

  const at = (path = '') => `/conversations/${theirs.conversation}${path}`;
  const last = async (who: Person) => (await who.get(at())).json.entries.at(-1);

  it('takes pictures, PDF and words by their content', async () => {
    const sent = await wang.upload(
      theirs.conversation,
      ['账单.png', PNG, 'image/svg+xml'],
      ['说明.txt', '请看第三页\n谢谢', 'text/html'],
      ['a.pdf', '%PDF-1.7 x'],
    );
    assert.equal(sent.status, 201, sent.text);
    assert.deepEqual(
      sent.json.files.map(({ contentType, name }: { contentType: string; name: string }) => [contentType, name]),
      [
        ['image/png', '账单.png'],
        ['text/plain', '说明.txt'],
        ['application/pdf', 'a.pdf'],
      ],
    );
    const files = sent.json.files.map(({ id }: { id: string }) => id);
    assert.equal((await wang.post(at('/messages'), { id: 'm1', text: '', files })).status, 200);
    await desk.work(theirs.conversation);
    const { attachments } = await last(wang);
    assert.deepEqual(
      attachments.map(({ name }: { name: string }) => name),
      ['账单.png', '说明.txt', 'a.pdf'],
    );
    const opened = [];
    for (const { url } of attachments) opened.push(await wang.get(url));
    assert.deepEqual(
      opened.map(({ status, headers }) => [
        status,
        headers.get('content-type'),
        headers.get('content-disposition')?.split(';')[0],
        headers.get('x-content-type-options'),
      ]),
      [
        [200, 'image/png', 'inline', 'nosniff'],
        [200, 'text/plain', 'attachment', 'nosniff'],
        [200, 'application/pdf', 'attachment', 'nosniff'],
      ],
    );
    const stored = (await desk.conversations.log(theirs.conversation, 0))?.entries.at(-1)?.activity.attachments?.[0];
    assert.match(stored?.contentUrl ?? '', /^\/v3\/directline\/attachments\/[\w-]{22}$/);
  });

  it('refuses what a browser could run, and anything unknown', async () => {
    const utf16 = Buffer.from(`\ufeff${SVG}`, 'utf16le');
    const refused: [string, string | Buffer, string?][] = [
      ['x.svg', SVG, 'image/svg+xml'],
      ['x.png', SVG, 'image/png'],
      ['x.txt', `\ufeff\n  ${SVG}`, 'text/plain'],
      ['x.txt', `<!-- x -->${SVG}`],
      ['x.txt', `x <!DOCTYPE html><script>alert(1)</script>`],
      ['x.txt', utf16],
      ['x.html', '<html><body>x</body></html>'],
      ['x.exe', Buffer.from('4d5a90000300', 'hex')],
      ['x.txt', Buffer.from([0xff, 0xfe, 0x41])],
      ['x.txt', ''],
    ];
    for (const file of refused) {
      const answer = await wang.upload(theirs.conversation, file);
      assert.equal(answer.status, 415, `${file[0]} ${String(file[1])}`);
      assert.match(answer.json.error.message, /PNG, JPEG, GIF, WebP, PDF or plain text/);
    }
    assert.equal((await wang.upload(theirs.conversation)).status, 400);
    assert.equal((await wang.post(at('/files'), {})).status, 415);
    const large = await wang.upload(theirs.conversation, [
      'x.png',
      Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)]),
    ]);
    assert.equal(large.status, 413);
  });

  it('shows names that carry markup as text', async () => {
    const sent = await wang.upload(theirs.conversation, ['<img src=x onerror=alert(1)>\u202egnp.html', PNG]);
    assert.equal(sent.json.files[0].name, 'img src=x onerror=alert(1)gnp.html.png');
  });

  it('sends files of this conversation alone', async () => {
    const other = await desk.waiting();
    await wang.post(`/handoffs/${other.handoff.id}/accept`);
    const foreign = (await wang.upload(other.conversation, ['a.png', PNG])).json.files[0].id;
    for (const file of [foreign, 'nothing', 'javascript:alert(1)', '/v3/directline/attachments/../../keys.json']) {
      const answer = await wang.post(at('/messages'), { id: 'm1', text: 'x', files: [file] });
      assert.deepEqual([answer.status, answer.json.error.code], [400, 'UnknownFile'], file);
    }
    assert.equal((await chen.upload(theirs.conversation, ['a.png', PNG])).status, 404);
  });

  it('opens a file to who has its customer and to supervisors, and writes down who else asked', async () => {
    const { id, url } = (await wang.upload(theirs.conversation, ['a.png', PNG])).json.files[0];
    const head = await desk.person('supervisor', '李主管');
    assert.equal((await wang.get(url)).status, 200);
    assert.equal((await head.get(url)).status, 200);
    assert.deepEqual(
      (await desk.audit('look')).map(({ by }) => by),
      [head.staff.id],
    );
    const refused = await chen.get(url);
    assert.equal(refused.status, 404);
    assert.equal(refused.text, (await chen.get(`/desk/api/files/${'a'.repeat(22)}`)).text);
    assert.equal((await desk.audit('refused')).length, 1);
    assert.equal((await call(desk.running.base + url, 'GET', {})).status, 401);
    // who had them reads on masked, without files
    await chen.post(`/handoffs/${theirs.handoff.id}/accept`);
    await desk.ledger.handoffs.change(theirs.handoff.id, { kind: 'lose', agent: wang.staff.id }, desk.now);
    await chen.post(`/handoffs/${theirs.handoff.id}/accept`);
    assert.equal((await wang.get(url)).status, 404);
    assert.equal((await chen.get(url)).status, 200);
    assert.equal(url, `/desk/api/files/${id}`, 'nothing in it that opens the file elsewhere');
  });

  it('gives no address that is not a file', async () => {
    const attachments = ['javascript:alert(1)', 'data:text/html,x', 'http://x/', '//x/y', '/desk/api/me'].map(
      (contentUrl) => ({ contentType: 'image/png', contentUrl, name: 'a.png' }),
    );
    const theirsToo = { contentType: 'image/png', contentUrl: 'https://cdn.example/a.png', name: 'b.png' };
    const html = { contentType: 'text/html', contentUrl: 'https://cdn.example/', name: 'c' };
    await desk.says(theirs.conversation, theySay('看图', { attachments: [...attachments, theirsToo, html] }));
    const shown = (await last(wang)).attachments.map(({ url }: { url: string }) => url);
    assert.deepEqual(shown, ['', '', '', '', '', 'https://cdn.example/a.png']);
  });

  it('closes files to who only looks', async () => {
    const waits = await desk.waiting();
    const id = `/v3/directline/attachments/${'a'.repeat(22)}`;
    const file = { contentType: 'image/png', contentUrl: id, name: '身份证.png' };
    await desk.says(waits.conversation, theySay('看', { attachments: [file] }));
    const { entries } = (await chen.get(`/conversations/${waits.conversation}`)).json;
    assert.deepEqual(entries.at(-1).attachments, [{ contentType: 'image/png', url: '', name: '' }]);
  });
});
