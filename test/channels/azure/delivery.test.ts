import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAzureBot } from '../../../adapters/channels/azure/bot.ts';
import { createAzureDelivery } from '../../../adapters/channels/azure/delivery.ts';
import type { BotActivity } from '../../../bot/activity.ts';
import type { LogEntry } from '../../../bot/conversations.ts';

/** A channel service that answers as told and keeps what it got. */
async function openChannel() {
  const got: { url: string; body: ReturnType<typeof JSON.parse> }[] = [];
  const answers: { status: number; headers?: Record<string, string> }[] = [];
  const server: Server = createServer((req, res) => {
    let text = '';
    req.on('data', (chunk) => {
      text += chunk;
    });
    req.on('end', () => {
      got.push({ url: req.url ?? '', body: JSON.parse(text || '{}') });
      const { status, headers } = answers.shift() ?? { status: 200 };
      res.writeHead(status, { 'content-type': 'application/json', ...headers });
      res.end(status < 300 ? '{"id":"1"}' : '{"error":{"code":"X","message":"no"}}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    got,
    answers,
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

const said = (position: number, text: string, role: 'bot' | 'user' = 'bot'): LogEntry => ({
  position,
  activity: {
    type: 'message',
    id: `az-1|${position}`,
    text,
    from: { id: role === 'bot' ? 'shouwen' : 'u', role },
    locale: 'zh-Hans',
    suggestedActions: { actions: [{ type: 'imBack', title: '是', value: '是' }] },
    channelData: { 'webchat:sequence-id': position, shouwen: { name: 'greeting' } },
  } satisfies BotActivity,
});

describe('delivery through the Bot Framework', () => {
  let channel: Awaited<ReturnType<typeof openChannel>>;
  let conversation = 0;
  beforeEach(async () => {
    channel = await openChannel();
    conversation += 1;
  });
  afterEach(() => channel.close());

  const deliver = (() => {
    const bot = createAzureBot(null);
    return createAzureDelivery(bot, { info() {}, warn() {}, error() {} });
  })();
  const reference = () => ({
    channelId: 'emulator',
    serviceUrl: channel.url,
    conversation: { id: `c${conversation}` },
    from: { id: 'u', name: 'User' },
    recipient: { id: 'bot-7' },
  });

  it('posts replies in order to the conversation, as the bot, without what is for our own page', async () => {
    const outcome = await deliver.deliver(reference(), [said(0, '你好', 'user'), said(1, '一'), said(2, '二')]);
    assert.equal(outcome, 'sent');
    assert.deepEqual(
      channel.got.map(({ url }) => url),
      Array(2).fill(`/v3/conversations/c${conversation}/activities`),
    );
    assert.deepEqual(
      channel.got.map(({ body }) => body.text),
      ['一', '二'],
    );
    const { body } = channel.got[0] ?? {};
    assert.equal(body.from.id, 'bot-7');
    assert.equal(body.recipient.id, 'u');
    assert.equal(body.channelData, undefined);
    assert.deepEqual(body.suggestedActions.actions[0], { type: 'imBack', title: '是', value: '是' });
  });

  it('tells of the hand-off by events where a program follows it, and to people by words alone', async () => {
    const event: LogEntry = {
      position: 1,
      activity: {
        type: 'event',
        name: 'handoff.status',
        value: { state: 'waiting' },
        from: { id: 'shouwen', role: 'bot' },
      },
    };
    for (const [channelId, types] of [
      ['msteams', ['message']],
      ['emulator', ['event', 'message']],
    ] as const) {
      channel.got.length = 0;
      conversation += 1;
      assert.equal(await deliver.deliver({ ...reference(), channelId }, [event, said(2, '请稍候')]), 'sent');
      assert.deepEqual(
        channel.got.map(({ body }) => body.type),
        types,
      );
    }
  });

  it('sends nothing for the customer’s own words', async () => {
    assert.equal(await deliver.deliver(reference(), [said(0, 'x', 'user')]), 'sent');
    assert.equal(channel.got.length, 0);
  });

  for (const [status, outcome] of [
    [429, 'later'],
    [500, 'later'],
    [502, 'later'],
    [503, 'later'],
    [401, 'later'],
    [403, 'never'],
    [404, 'never'],
    [400, 'never'],
    [413, 'never'],
  ] as const) {
    it(`${status} means ${outcome}, and is asked once`, async () => {
      channel.answers.push({ status });
      assert.equal(await deliver.deliver(reference(), [said(1, 'x'), said(2, 'y')]), outcome);
      assert.equal(channel.got.length, 1);
    });
  }

  it('goes on where it stopped', async () => {
    const entries = [said(1, 'a'), said(2, 'b'), said(3, 'c')];
    channel.answers.push({ status: 200 }, { status: 503 });
    assert.equal(await deliver.deliver(reference(), entries), 'later');
    assert.equal(await deliver.deliver(reference(), entries), 'sent');
    assert.deepEqual(
      channel.got.map(({ body }) => body.text),
      ['a', 'b', 'b', 'c'],
    );
  });

  it('follows no redirect, to no host', async () => {
    const elsewhere = await openChannel();
    for (const [status, location] of [
      [307, `${elsewhere.url}stolen`],
      [307, '/stolen'],
      [303, '/stolen'],
    ] as const) {
      channel.answers.push({ status, headers: { location } });
      assert.equal(await deliver.deliver(reference(), [said(1, 'x')]), 'never');
    }
    assert.equal(elsewhere.got.length, 0);
    assert.equal(channel.got.length, 3);
    await elsewhere.close();
  });

  it('is later when nobody answers there', async () => {
    const gone = await openChannel();
    await gone.close();
    assert.equal(await deliver.deliver({ ...reference(), serviceUrl: gone.url }, [said(1, 'x')]), 'later');
  });

  it('posts to no address off the list, whatever was stored', async () => {
    for (const serviceUrl of ['http://169.254.169.254/', 'https://smba.trafficmanager.net/', '']) {
      assert.equal(await deliver.deliver({ ...reference(), serviceUrl }, [said(1, 'x')]), 'never');
    }
    assert.equal(await deliver.deliver({}, [said(1, 'x')]), 'never');
  });
});
