import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChannelMessage, Received } from '../../../adapters/channels/messaging/port.ts';
import { callApi } from '../../../adapters/channels/tencent/api.ts';
import { createClient } from '../../../adapters/channels/tencent/client.ts';
import { sharedTokens } from '../../../adapters/channels/tencent/tokens.ts';
import type { KfItem } from '../../../adapters/channels/wecom-kf/page.ts';
import { createPulling } from '../../../adapters/channels/wecom-kf/pulling.ts';
import { createTaking } from '../../../adapters/channels/wecom-kf/taking.ts';
import { createWelcomes } from '../../../adapters/channels/wecom-kf/welcome.ts';
import type { Books } from '../../../adapters/ledger/index.ts';
import type { ConversationId } from '../../../domain/ids.ts';
import { openAt } from '../../contracts/ledgerFixtures.ts';
import { CORP, openWecomKf, type WecomKfPlatform } from '../../simulators/wecom-kf.ts';

const KF = 'wkFirst';
const CURSOR = `wecom-kf/${CORP.corpId}/${KF}`;

describe('wecom-kf: reading the history', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-kf-'));
  let platform: WecomKfPlatform;
  let books: Books[];
  let logged: string[];
  /** What was stored, by its id, as an inbox does it; and every call, also of copies. */
  let stored: Map<string, ChannelMessage>;
  let calls: string[];
  let failing: (message: ChannelMessage) => boolean | 'full';

  let count = 0;
  beforeEach(async () => {
    platform = await openWecomKf();
    const file = join(folder, `${++count}.db`);
    books = [await openAt({ file }), await openAt({ file })];
    [stored, calls, logged, failing] = [new Map(), [], [], () => false];
  });
  afterEach(async () => {
    await platform.close();
    await Promise.all(books.map((each) => each.close()));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const write = (facts: object, message: string) => void logged.push(`${message} ${JSON.stringify(facts)}`);
  const log = { info: write, warn: write, error: write };
  const receive = async (_account: string, message: ChannelMessage): Promise<Received> => {
    calls.push(message.text);
    const fails = failing(message);
    if (fails === 'full') return 'full';
    if (fails) throw new Error('the stores are away');
    if (stored.has(message.id)) return 'duplicate';
    stored.set(message.id, message);
    return 'accepted';
  };
  /** One instance. */
  const instance = (at = 0, take?: (items: readonly KfItem[]) => Promise<void>) => {
    const ledger = books[at];
    assert.ok(ledger);
    const [store, now] = [ledger.channelStore, Date.now];
    const address = `${platform.api.url}/cgi-bin/gettoken?corpid=${CORP.corpId}&corpsecret=${CORP.secret}`;
    const ask = async () => callApi(address);
    const tokens = sharedTokens({ name: 't', store, now, ask: async (_refused, keep) => keep(await ask()) });
    const client = createClient({ channel: 'wecom-kf', account: 'corp', apiBase: platform.api.url }, tokens, log);
    const uploads = {
      save: assert.fail,
      read: assert.fail,
      discard: assert.fail,
      expire: () => assert.fail(),
      sign: assert.fail,
      signed: assert.fail,
    };
    const conversation = (account: string, source: string) => `${account}:${source}` as ConversationId;
    const host = { server: {} as never, store, uploads, log, now, receive, conversation };
    const sessions = { isOurs: async () => true };
    const taking = createTaking({ host, account: 'corp', client, sessions, welcomes: createWelcomes(store, now) });
    return createPulling({
      ...{ host, account: 'corp', client, corpId: CORP.corpId, since: now() },
      take: take ? (_kf, items) => take(items) : taking,
    });
  };
  const item = (word: string, more: object = {}) => ({
    ...{ msgid: `id-${word}`, open_kfid: KF, external_userid: 'wm1', origin: 3, msgtype: 'text' },
    ...{ send_time: Math.floor(Date.now() / 1000), text: { content: word } },
    ...more,
  });
  const words = () => [...stored.values()].map(({ text }) => text);
  const stand = (...items: object[]) => platform.api.history(KF).push(...items.map((each) => ({ ...each })));

  it('reads page after page, in order, and nothing twice', async () => {
    platform.api.pageSize = 2;
    const { pull } = instance();
    stand(...['甲', '乙', '丙', '丁', '戊'].map((word) => item(word)));
    assert.equal(await pull(KF, 'ENC'), true);
    assert.deepEqual(words(), ['甲', '乙', '丙', '丁', '戊']);
    assert.equal(platform.api.syncs, 3);
    stand(item('己'));
    assert.equal(await pull(KF), true);
    assert.deepEqual(calls, ['甲', '乙', '丙', '丁', '戊', '己']);
    assert.equal(await books[1]?.channelStore.cursor(CURSOR), '4gw7-6');
  });

  it('takes nothing of the days before the first start, also when it is stopped while it skips them', async () => {
    const old = Math.floor(Date.now() / 1000) - 3600;
    const happened = { event_type: 'enter_session', external_userid: 'wm1', welcome_code: 'C' };
    stand(...['旧一', '旧二', '旧三'].map((word) => item(word, { send_time: old })));
    stand({ msgid: 'e', send_time: old, origin: 4, msgtype: 'event', event: happened });
    stand(item('新'));
    platform.api.pageSize = 2;
    let pages = 0;
    const first = instance(0, async () => {
      if (++pages === 2) throw new Error('killed');
    });
    assert.equal(await first.pull(KF), false);
    assert.equal(await books[0]?.channelStore.cursor(CURSOR), '4gw7-2');
    assert.equal(await instance(1).pull(KF), true);
    assert.deepEqual(calls, ['新']);
  });

  it('loses nothing and works nothing twice when it is killed between taking and keeping its place', async () => {
    platform.api.pageSize = 3;
    stand(...['一', '二', '三', '四', '五', '六'].map((word, at) => item(word, { external_userid: `wm${at}` })));
    failing = ({ text }) => text === '五' && calls.filter((each) => each === '五').length < 3;
    const { pull } = instance();
    assert.equal(await pull(KF), false);
    assert.equal(await books[0]?.channelStore.cursor(CURSOR), '4gw7-3', 'not past what was not stored');
    assert.equal(await pull(KF), false);
    assert.equal(await instance(1).pull(KF), true);
    assert.deepEqual(words().sort(), ['一', '三', '二', '五', '六', '四'].sort());
    assert.equal(calls.filter((each) => each === '六').length, 3, 'copies were given, and told');
    assert.match(logged.join(), /could not be stored/);
    assert.doesNotMatch(logged.join(), /五|wm4/);
  });

  it('has one reader on two instances, and every call is followed by a whole reading', async () => {
    platform.api.syncMs = 10;
    const both = [instance(0), instance(1)];
    const pulls: Promise<void>[] = [];
    for (let at = 0; at < 40; at++) {
      stand(item(`${at}`));
      const seen = async () => {
        assert.equal(await both[at % 2]?.pull(KF, 'ENC'), true);
        assert.ok(stored.has(`id-${at}`), `${at} was read before the call ended`);
      };
      pulls.push(seen());
      if (at % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 7));
    }
    await Promise.all(pulls);
    assert.equal(platform.api.mostSyncing, 1);
    assert.ok(platform.api.syncs < 40, 'calls that wait share a reading');
    assert.equal(calls.length, 40, 'no message was read twice');
  });
  it('keeps accounts of customer service apart', async () => {
    const { pull } = instance();
    stand(item('甲'));
    platform.api.history('wkSecond').push(item('乙', { open_kfid: 'wkSecond' }));
    assert.equal(await pull('wkSecond'), true);
    assert.deepEqual(
      [...stored.values()].map(({ source, text }) => [source, text]),
      [['wkSecond/wm1', '乙']],
    );
  });
  it('does not read on for ever when the platform gives no way on', async () => {
    const stuck = instance(0, async () => {});
    stand(item('甲'), item('乙'));
    platform.api.pageSize = 0;
    assert.equal(await stuck.pull(KF), false);
    assert.ok(platform.api.syncs <= 2);
  });
  it('waits for a full inbox a little, and keeps the others from waiting longer', async () => {
    failing = ({ source }) => (source.endsWith('wmFull') ? 'full' : false);
    stand(item('多', { external_userid: 'wmFull' }), item('甲'));
    assert.equal(await instance().pull(KF), true);
    assert.deepEqual(words(), ['甲']);
    assert.match(logged.join(), /too many of this customer wait/);
  });
  it('does not read what was taken back meanwhile', async () => {
    stand(item('错了'), item('对'));
    const event = { event_type: 'user_recall_msg', external_userid: 'wm1', recall_msgid: 'id-错了' };
    stand({ msgid: 'e', origin: 4, msgtype: 'event', event });
    assert.equal(await instance().pull(KF), true);
    assert.deepEqual(words(), ['对']);
  });
  it('ends when it is stopped, and keeps no place it did not reach', async () => {
    const { pull, stop } = instance(0, async () => void (await new Promise((resolve) => setTimeout(resolve, 50))));
    stand(item('甲'));
    const running = [pull(KF), pull(KF)];
    await new Promise((resolve) => setTimeout(resolve, 20));
    await stop();
    assert.deepEqual(await Promise.all(running), [false, false]);
    assert.equal(await books[0]?.channelStore.cursor(CURSOR), null);
    assert.equal(await pull(KF), false);
  });
});
