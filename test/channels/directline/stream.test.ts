import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { BACKLOG_BYTES } from '../../../adapters/live/sockets.ts';
import type { ConversationId } from '../../../domain/ids.ts';
import { raw } from '../../http/call.ts';
import { type Line, openLine, until } from './line.ts';

interface Frame {
  activities: { id?: string; type: string; text?: string }[];
  watermark?: string;
}

describe('the Direct Line stream', () => {
  let line: Line;
  const sockets: WebSocket[] = [];
  beforeEach(async () => {
    line = await openLine();
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.terminate();
    await line.close();
  });

  const open = async (url: string) => {
    const socket = new WebSocket(url);
    sockets.push(socket);
    const frames: Frame[] = [];
    socket.on('message', (data) => {
      const text = String(data);
      if (text !== '') frames.push(JSON.parse(text));
    });
    await once(socket, 'open');
    const texts = () => frames.flatMap((frame) => frame.activities.map((each) => each.text ?? each.type));
    return { socket, frames, texts };
  };
  /** A conversation whose welcome stands in its log already. */
  const visit = async () => {
    const made = await line.visit();
    await new Promise((resolve) => setImmediate(resolve));
    return made;
  };
  const reconnect = async ({ id, token }: { id: string; token: string }, watermark: string): Promise<string> =>
    (await line.call('GET', `/v3/directline/conversations/${id}?watermark=${watermark}`, { token })).json.streamUrl;

  it('sends the log from the watermark as one frame, then what comes, each with the next position', async () => {
    const made = await visit();
    line.say(made.id, 'a', 'b');
    const all = await open(made.streamUrl);
    await until('replay', () => all.frames.length === 1);
    const some = await open(await reconnect(made, '2'));
    await until('replay from 2', () => some.frames.length === 1);
    line.say(made.id, 'c');
    await until('live', () => all.texts().length === 4 && some.texts().length === 2);
    assert.deepEqual(all.texts(), ['welcome', 'a', 'b', 'c']);
    assert.deepEqual(some.texts(), ['b', 'c']);
    assert.deepEqual(
      all.frames.map((frame) => frame.watermark),
      ['3', '4'],
    );
    assert.equal(all.frames[0]?.activities[0]?.id, `${made.id}|0000000`);
  });

  it('fills gaps from the log, whoever wrote', async () => {
    const made = await visit();
    const watching = await open(made.streamUrl);
    await until('welcome', () => watching.texts().length === 1);
    const id = made.id as ConversationId;
    const written = ['b', 'c', 'd', 'e'].map((text) =>
      line.store.say(id, { type: 'message', text, from: { id: 'shouwen', role: 'bot' } }),
    );
    line.hub.publish(id, written[2] ?? []);
    line.hub.publish(id, written[0] ?? []);
    line.hub.publish(id, written[2] ?? []);
    await until('all', () => watching.texts().length === 5);
    line.store.say(id, { type: 'message', text: 'f', from: { id: 'shouwen', role: 'bot' } });
    line.hub.remote(id, 6);
    await until('the remote one', () => watching.texts().length === 6);
    assert.deepEqual(watching.texts(), ['welcome', 'b', 'c', 'd', 'e', 'f']);
  });

  it('loses nothing that is written while the log is read', async () => {
    const made = await visit();
    const read = line.store.log.bind(line.store);
    line.store.log = async (conversation, from) => {
      const log = await read(conversation, from);
      if (from === 0) line.say(made.id, 'slipped between');
      return log;
    };
    const watching = await open(made.streamUrl);
    await until('both', () => watching.texts().length >= 2);
    line.say(made.id, 'last');
    await until('last', () => watching.texts().length >= 3);
    assert.deepEqual(watching.texts(), ['welcome', 'slipped between', 'last']);
  });

  it('begins anew when the conversation has begun anew', async () => {
    const made = await visit();
    const watching = await open(await reconnect(made, '40'));
    await until('welcome', () => watching.texts().length === 1);
    assert.equal(watching.frames[0]?.watermark, '1');
  });

  it('shows typing without a watermark', async () => {
    const made = await visit();
    const watching = await open(made.streamUrl);
    await until('welcome', () => watching.texts().length === 1);
    line.hub.typing(made.id as ConversationId);
    await until('typing', () => watching.frames.length === 2);
    assert.deepEqual(watching.frames[1], { activities: [{ type: 'typing', from: { id: 'shouwen', role: 'bot' } }] });
  });

  it('waits for a store that does not answer', async () => {
    const made = await visit();
    line.store.health = 'down';
    const watching = await open(made.streamUrl);
    line.store.health = 'ok';
    await until('welcome', () => watching.texts().length === 1);
  });

  it('serves several sockets, and stays open whatever they send', async () => {
    const made = await visit();
    const two = [await open(made.streamUrl), await open(made.streamUrl)];
    for (const { socket } of two) {
      socket.send('');
      socket.send('{"not":"ours"}');
    }
    line.say(made.id, 'still here');
    await until('both', () => two.every(({ texts }) => texts().length === 2));
  });

  it('opens for nobody without a fresh stream token of this very conversation', async () => {
    const made = await visit();
    const other = await visit();
    const url = (t: string, id = made.id) =>
      `${line.base.replace('http', 'ws')}/v3/directline/conversations/${id}/stream?t=${t}`;
    const fresh = new URL(made.streamUrl).searchParams.get('t') ?? '';
    const foreign = new URL(other.streamUrl).searchParams.get('t') ?? '';
    line.skew = 0;
    for (const bad of [url(''), url('junk'), url(foreign), url(made.token), url(fresh, other.id)]) {
      await assert.rejects(open(bad), /403/);
    }
    line.skew = 121_000;
    await assert.rejects(open(url(fresh)), /403/);
    line.skew = 0;
    await open(url(fresh));
  });

  it('closes a socket that does not read before it costs much memory', async () => {
    const made = await visit();
    const url = new URL(made.streamUrl);
    const stuck = connect(Number(url.port), '127.0.0.1');
    stuck.write(
      `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    await once(stuck, 'data');
    stuck.pause();
    await until('subscribed', () => line.hub.watched(made.id as ConversationId));
    const text = 'x'.repeat(BACKLOG_BYTES / 4);
    for (let sent = 0; sent < 60; sent += 1) {
      line.say(made.id, text);
      await new Promise((resolve) => setImmediate(resolve));
    }
    let received = '';
    stuck.on('data', (chunk) => {
      received += chunk.toString('latin1').slice(-200);
    });
    stuck.resume();
    await until('a close frame with 1013', () => received.includes('\x88\x02\x03\xf5'));
    stuck.destroy();
  });

  it('says 1001 when the server goes, so that clients come back', async () => {
    const made = await visit();
    const watching = await open(made.streamUrl);
    const closed = once(watching.socket, 'close');
    await line.server.close(500);
    assert.equal((await closed)[0], 1001);
    line = await openLine();
  });

  it('forgets a socket that has gone', async () => {
    const made = await visit();
    const watching = await open(made.streamUrl);
    await until('watched', () => line.hub.watched(made.id as ConversationId));
    watching.socket.terminate();
    await until('forgotten', () => !line.hub.watched(made.id as ConversationId));
  });

  it('keeps proxies awake with empty frames, and drops a peer that answers no ping', async () => {
    await line.close();
    line = await openLine({ keepAliveMs: 50 });
    const made = await visit();
    const awake = await open(made.streamUrl);
    let empty = 0;
    awake.socket.on('message', (data) => {
      if (String(data) === '') empty += 1;
    });
    const dead = new WebSocket(made.streamUrl, { autoPong: false });
    sockets.push(dead);
    await once(dead, 'open');
    await once(dead, 'close');
    await until('more empty frames', () => empty >= 3);
    assert.equal(awake.socket.readyState, WebSocket.OPEN);
  });

  it('is not an address for anything but WebSockets', async () => {
    const made = await visit();
    const path = made.streamUrl.replace(/^ws:\/\/[^/]+/, '');
    assert.equal((await line.call('GET', path)).status, 404);
    const bad = await raw(
      Number(new URL(line.base).port),
      `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n`,
    );
    assert.match(bad, /^HTTP\/1\.1 (400|426) /);
  });
});
