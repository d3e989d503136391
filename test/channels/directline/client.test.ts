import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type { Activity, DirectLine as Client } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import { type Line, openLine, until } from './line.ts';

const require = createRequire(import.meta.url);
// What the client takes from a browser. It is loaded here, as it leaves names in the global object.
Object.assign(globalThis, { XMLHttpRequest: require('xhr2').XMLHttpRequest });
const { DirectLine } = require('botframework-directlinejs');

/** The client that Web Chat is built on, with what it takes from a browser. */
function openClient(options: { token: string; domain: string; webSocket: boolean; conversationId?: string }) {
  const sockets: WebSocket[] = [];
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url);
      sockets.push(this);
    }
  }
  // `random` of 0 makes the client come back after 3 s, its shortest.
  const client: Client = new DirectLine({
    ...options,
    WebSocket: Socket,
    pollingInterval: 200,
    timeout: 2000,
    random: () => 0,
  });
  const received: Activity[] = [];
  const ids: string[] = [];
  const ended: string[] = [];
  client.activity$.subscribe(
    (activity) => received.push(activity),
    (error: Error) => ended.push(error.message),
  );
  return {
    client,
    received,
    sockets,
    ids,
    ended,
    texts: () => received.flatMap((each) => (each.type === 'message' ? [each.text ?? ''] : [])),
    post: (text: string) =>
      client
        .postActivity({ type: 'message', text, from: { id: 'forged' }, channelData: { clientActivityID: text } })
        .subscribe((id) => ids.push(id)),
  };
}

describe('botframework-directlinejs against our Direct Line', () => {
  let line: Line;
  const clients: Client[] = [];
  const opened = async (webSocket: boolean, visit?: { id: string; token: string }) => {
    const token = visit?.token ?? (await line.call('POST', '/chat/token', { json: {} })).json.token;
    const open = openClient({
      token,
      domain: `${line.base}/v3/directline`,
      webSocket,
      ...(visit === undefined ? {} : { conversationId: visit.id }),
    });
    clients.push(open.client);
    return open;
  };

  beforeEach(async () => {
    line = await openLine();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.end();
    await line.close();
  });

  for (const webSocket of [true, false]) {
    it(`${webSocket ? 'over a WebSocket' : 'by polling'}: welcome, echo, answer, in order`, async () => {
      const open = await opened(webSocket);
      await until('welcome', () => open.texts().length === 1);
      open.post('一');
      await until('first answer', () => open.texts().length === 3);
      open.post('二');
      await until('second answer', () => open.texts().length === 5);
      assert.deepEqual(open.texts(), ['welcome', '一', 'echo: 一', '二', 'echo: 二']);
      const echo = open.received[1];
      assert.equal(echo?.id, open.ids[0]);
      assert.equal(echo?.from.role, 'user');
      assert.match(echo?.from.id ?? '', /^dl_/);
      assert.equal(echo?.channelData.clientActivityID, '一');
      assert.deepEqual(
        open.received.map((each) => each.channelData['webchat:sequence-id']),
        [0, 1, 2, 3, 4],
      );
    });
  }

  it('loses and doubles nothing when every socket is cut and the bot goes on speaking', async function () {
    this.timeout(15_000);
    const open = await opened(true);
    await until('welcome', () => open.texts().length === 1);
    const conversation = line.store.accepted[0]?.conversation ?? '';
    open.post('before');
    await until('answer', () => open.texts().length === 3);
    open.sockets[0]?.terminate();
    line.say(conversation, 'while away 1', 'while away 2');
    await until('reconnected', () => open.sockets.length === 2 && open.texts().length === 5, 10_000);
    line.say(conversation, 'after');
    await until('live again', () => open.texts().length === 6);
    assert.deepEqual(open.texts(), ['welcome', 'before', 'echo: before', 'while away 1', 'while away 2', 'after']);
  });

  it('gives a reloaded page its history', async () => {
    const first = await opened(true);
    await until('welcome', () => first.texts().length === 1);
    first.post('你好');
    await until('answer', () => first.texts().length === 3);
    const id = line.store.accepted[0]?.conversation ?? '';
    const token = (await line.call('POST', '/chat/token', { json: { token: tokenOf(first.client) } })).json.token;
    const second = await opened(true, { id, token });
    await until('history', () => second.texts().length === 3);
    assert.deepEqual(second.texts(), first.texts());
  });

  it('goes on polling through an outage of the store', async () => {
    const open = await opened(false);
    await until('welcome', () => open.texts().length === 1);
    const conversation = line.store.accepted[0]?.conversation ?? '';
    line.store.health = 'down';
    const before = line.logged.length;
    await until('two polls in the outage', () => line.logged.length > before + 2);
    line.store.health = 'ok';
    line.say(conversation, 'back again');
    await until('the message after it', () => open.texts().length === 2);
    assert.equal(open.client.connectionStatus$.getValue(), 2);
  });

  it('tells the client "retry" when a message cannot be stored, and stays online', async () => {
    const open = await opened(true);
    await until('welcome', () => open.texts().length === 1);
    line.store.health = 'full';
    open.post('too much');
    await until('an answer', () => open.ids.length === 1);
    assert.deepEqual(open.ids, ['retry']);
    assert.equal(open.client.connectionStatus$.getValue(), 2);
  });
});

function tokenOf(client: Client): string {
  const token: unknown = Reflect.get(client, 'token');
  return typeof token === 'string' ? token : '';
}
