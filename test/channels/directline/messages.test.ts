import assert from 'node:assert/strict';
import { INTERNAL_CHANNEL, WEB_CHANNEL } from '../../../bot/activity.ts';
import { type Line, openLine, SECRET } from './line.ts';

describe('posting to Direct Line', () => {
  let line: Line;
  let visit: Awaited<ReturnType<Line['visit']>>;
  beforeEach(async () => {
    line = await openLine();
    visit = await line.visit();
  });
  afterEach(() => line.close());

  const post = (json: unknown, token = visit.token) =>
    line.call('POST', `/v3/directline/conversations/${visit.id}/activities`, { token, json });
  const log = async () =>
    (await line.call('GET', `/v3/directline/conversations/${visit.id}/activities`, { token: visit.token })).json
      .activities;
  const said = () => line.store.accepted.filter(({ inbound }) => inbound.activity.type !== 'conversationUpdate');

  it('takes what we know of the sender, not what was sent', async () => {
    const answer = await post({
      type: 'message',
      text: '你好',
      id: 'forged',
      timestamp: '1999-01-01T00:00:00Z',
      from: { id: 'shouwen', role: 'bot', name: 'The bot' },
      recipient: { id: 'someone' },
      conversation: { id: 'another' },
      channelId: 'desk',
      serviceUrl: 'https://evil.example',
      membersAdded: [{ id: 'x' }],
      localTimezone: 'Asia/Shanghai',
      entities: [{ type: 'ClientCapabilities' }],
    });
    assert.equal(answer.status, 200);
    const { activity } = said()[0]?.inbound ?? {};
    assert.deepEqual(activity?.from, { id: visit.user, role: 'user' });
    assert.deepEqual(activity?.conversation, { id: visit.id });
    assert.equal(activity?.channelId, WEB_CHANNEL);
    assert.equal(activity?.serviceUrl, undefined);
    assert.equal(activity?.membersAdded, undefined);
    assert.notEqual(activity?.id, 'forged');
    const echo = (await log()).find((each: { from: { role: string } }) => each.from.role === 'user');
    assert.equal(echo.id, answer.json.id);
    assert.match(answer.json.id, /^dl-[\w-]{22}\|000000\d$/);
    assert.equal(echo.from.id, visit.user);
    assert.ok(Math.abs(Date.parse(echo.timestamp) - Date.now()) < 60_000);
    assert.equal(echo.serviceUrl, undefined);
  });

  it('is one message for one clientActivityID, however often and at once it comes', async () => {
    const json = { type: 'message', text: '一次', channelData: { clientActivityID: 'abc' } };
    const first = await post(json);
    const rest = await Promise.all([post(json), post(json), post({ ...json, text: '别的' })]);
    for (const answer of rest) assert.deepEqual([answer.status, answer.json], [200, first.json]);
    assert.equal(said().length, 1);
    const event = { type: 'event', name: 'language', value: 'en', channelData: { clientActivityID: 'event' } };
    const events = [await post(event), await post(event)];
    assert.equal(events[0]?.json.id, events[1]?.json.id);
    assert.equal(said().length, 2);
  });

  it('keeps the same clientActivityID of two visitors apart, and of no id at all', async () => {
    const json = { type: 'message', text: 'x', channelData: { clientActivityID: 'same' } };
    const other = await line.visit();
    await post(json);
    await line.call('POST', `/v3/directline/conversations/${other.id}/activities`, { token: other.token, json });
    assert.notEqual(said()[0]?.inbound.id, said()[1]?.inbound.id);
    await post({ type: 'message', text: 'x' });
    await post({ type: 'message', text: 'x' });
    assert.equal(said().length, 4);
  });

  it('keeps channelData for the client to recognise its message, without the leftovers of a failed copy', async () => {
    await post({
      type: 'message',
      text: 'x',
      channelData: { clientActivityID: 'c1', 'webchat:sequence-id': -5, webChat: {}, shouwen: { card: {} }, own: 1 },
    });
    const echo = (await log()).find((each: { from: { role: string } }) => each.from.role === 'user');
    const { 'webchat:sequence-id': sequence, ...rest } = echo.channelData;
    assert.deepEqual(rest, { clientActivityID: 'c1', own: 1 });
    assert.ok(sequence >= 0);
    await post({ type: 'message', text: 'y', channelData: { clientActivityID: 'c2', big: 'x'.repeat(10_000) } });
    assert.deepEqual(said()[1]?.shown?.channelData, { clientActivityID: 'c2' });
  });

  it('passes on who is writing, of the own conversation only', async () => {
    await line.close();
    const typing: string[] = [];
    line = await openLine({ typing: (conversation) => typing.push(conversation) });
    const { id, token } = await line.visit();
    const other = await line.visit();
    const at = `/v3/directline/conversations/${id}/activities`;
    const mine = await line.call('POST', at, { token, json: { type: 'typing' } });
    const foreign = await line.call('POST', at, { token: other.token, json: { type: 'typing' } });
    assert.deepEqual([mine.status, foreign.status], [200, 403]);
    assert.deepEqual(typing, [id]);
  });

  it('does not show events, and does not even store typing', async () => {
    const typing = await post({ type: 'typing' });
    assert.deepEqual([typing.status, typeof typing.json.id], [200, 'string']);
    assert.equal(said().length, 0);
    await post({ type: 'event', name: 'language', value: 'zh-Hant' });
    assert.equal(said()[0]?.shown, null);
    assert.equal(said()[0]?.inbound.activity.value, 'zh-Hant');
  });

  it('shows what a button says it says', async () => {
    const channelData = { messageBack: { displayText: '这个时间' } };
    await post({ type: 'message', text: 'slot-7', value: { slot: 7 }, channelData });
    assert.equal(said()[0]?.shown?.text, '这个时间');
    assert.equal(said()[0]?.inbound.activity.text, 'slot-7');
  });

  for (const [what, body, field] of [
    ['an array', [], ''],
    ['a string', 'hello', ''],
    ['null', null, ''],
    ['a number', 5, ''],
    ['nothing in it', {}, 'type'],
    ['a type that is none', { type: 5 }, 'type'],
    ['an unknown type', { type: 'haxx' }, 'type'],
    ['an arrival', { type: 'conversationUpdate', membersAdded: [{ id: 'x' }] }, 'type'],
    ['an invoke', { type: 'invoke' }, 'type'],
    ['a text that is an object', { type: 'message', text: { a: 1 } }, 'text'],
    ['a text that is null', { type: 'message', text: null }, 'text'],
    ['no text', { type: 'message' }, 'text'],
    ['a blank text', { type: 'message', text: ' \n\t' }, 'text'],
    ['10,001 characters', { type: 'message', text: 'x'.repeat(10_001) }, 'text'],
    ['a channel of our own', { type: 'event', name: 'x', channelId: INTERNAL_CHANNEL }, 'channelId'],
    ['a value without end', { type: 'event', name: 'e', value: 'x'.repeat(9000) }, 'value'],
    ['attachments that are a string', { type: 'message', text: 'x', attachments: 'x' }, 'attachments'],
    [
      'an attachment elsewhere',
      {
        type: 'message',
        text: 'x',
        attachments: [{ contentType: 'image/png', contentUrl: 'http://169.254.169.254/' }],
      },
      'attachments',
    ],
    ['channelData that is a list', { type: 'message', text: 'x', channelData: [] }, 'channelData'],
    ['a from that is a string', { type: 'message', text: 'x', from: 'me' }, 'from'],
    ['a forbidden key', JSON.parse('{"type":"message","text":"x","channelData":{"__proto__":{}}}'), 'key'],
  ] as const) {
    it(`refuses ${what} with 400 and the reason`, async () => {
      const answer = await post(body);
      assert.equal(answer.status, 400, answer.text);
      assert.ok(answer.json.error.message.includes(field), answer.json.error.message);
      assert.doesNotMatch(answer.text, /169\.254|haxx/);
      assert.equal(said().length, 0);
    });
  }

  it('takes long messages, up to 10,000 characters', async () => {
    for (const length of [2001, 10_000])
      assert.equal((await post({ type: 'message', text: '长'.repeat(length) })).status, 200);
  });

  it('refuses more than 64 KB, and what is not JSON', async () => {
    const big = await post({ type: 'message', text: 'x', channelData: { pad: 'x'.repeat(70_000) } });
    assert.equal(big.status, 413);
    const path = `/v3/directline/conversations/${visit.id}/activities`;
    const text = await line.call('POST', path, {
      token: visit.token,
      body: '{}',
      headers: { 'content-type': 'text/plain' },
    });
    assert.equal(text.status, 415);
  });

  it('answers 503 with Retry-After when it could not be stored, and stores the repeat once', async () => {
    const json = { type: 'message', text: 'x', channelData: { clientActivityID: 'again' } };
    for (const health of ['down', 'full'] as const) {
      line.store.health = health;
      const answer = await post(json);
      assert.equal(answer.status, 503);
      assert.equal(answer.headers.get('retry-after'), '2');
      assert.doesNotMatch(answer.text, /store is down/);
    }
    line.store.health = 'ok';
    assert.equal((await post(json)).status, 200);
    assert.equal(said().length, 1);
  });

  it('with the secret names its user, and cannot do without', async () => {
    const unnamed = await post({ type: 'message', text: 'x' }, SECRET);
    assert.equal(unnamed.status, 400);
    assert.equal((await post({ type: 'message', text: 'x', from: { id: 'dl_op' } }, SECRET)).status, 200);
    assert.equal(said()[0]?.inbound.activity.from?.id, 'dl_op');
  });
});
