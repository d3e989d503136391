import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import type { Outgoing } from '../../../adapters/channels/messaging/port.ts';
import { outcomeOf } from '../../../adapters/channels/whatsapp/codes.ts';
import { wordsOf } from '../../../adapters/channels/whatsapp/compose.ts';
import { whatsapp } from '../../../adapters/channels/whatsapp/index.ts';
import { openWhatsapp, type WhatsappPlatform } from '../../simulators/whatsapp.ts';
import { echoing } from '../messaging/echoing.ts';
import { openShop, type Shop, shopNow } from '../messaging/shop.ts';
import { accountOf } from '../messaging/spied.ts';

const TO = '85291234567';
let ids = 0;
const message = (text: string, labels: readonly string[] = []): Outgoing => ({
  ...{ id: `m${++ids}`, text, actions: labels.map((label) => ({ label, value: label })) },
});
const many = (count: number, size = 4) => Array.from({ length: count }, (_, at) => `${at}`.padEnd(size, '选'));

describe('whatsapp: what goes out', () => {
  const kindOf = (labels: readonly string[], text = '请选择') => {
    const content = wordsOf(message(text, labels), { listButton: '选择' });
    const { interactive } = content as { interactive?: { type: string } };
    return interactive?.type ?? content.type;
  };

  it('is buttons, a list or a numbered menu, by what fits', () => {
    assert.equal(kindOf([]), 'text');
    assert.equal(kindOf(many(3, 20)), 'button');
    assert.equal(kindOf(many(4, 20)), 'list');
    assert.equal(kindOf(many(2, 21)), 'list');
    assert.equal(kindOf(many(10, 24)), 'list');
    assert.equal(kindOf(['同', '同']), 'text');
    assert.equal(kindOf([`${'长'.repeat(30)}甲`, `${'长'.repeat(30)}乙`]), 'text', 'titles that would be the same');
    assert.equal(kindOf(many(3), '长'.repeat(1024)), 'button');
    const long = wordsOf(message('长'.repeat(4096), ['甲', '乙']), { listButton: '选择' });
    const { body } = (long as unknown as { text: { body: string } }).text;
    assert.ok(body.length <= 4096 && body.endsWith('…\n\n1. 甲\n2. 乙'));
  });

  it('tells what the platform refuses as what it means for us', () => {
    const kinds = { 131047: 'closed', 131026: 'unreachable', 131049: 'never', 131051: 'never', 132001: 'never' };
    for (const [code, kind] of Object.entries(kinds)) assert.equal(outcomeOf(Number(code), 400).kind, kind, code);
    for (const code of [130429, 131056, 131048, 131016, 190, 200, 299])
      assert.equal(outcomeOf(code, 400).kind, 'later');
    assert.deepEqual(outcomeOf(131056, 400), { kind: 'later', code: '131056', afterMs: 6000 });
    assert.equal(outcomeOf(null, 502).kind, 'later');
    assert.equal(outcomeOf(7_777_777, 400).kind, 'never');
    assert.equal(outcomeOf(7_777_777, 503).kind, 'later');
  });

  describe('to the platform', () => {
    let platform: WhatsappPlatform;
    let shop: Shop;
    const open = async (more: object = {}, instances = 1) => {
      platform = await openWhatsapp(shopNow);
      shop = await openShop({
        ...{ channel: whatsapp, account: { ...platform.account, ...more }, respond: echoing, instances },
      });
      platform.api.allow(TO);
      return accountOf(shop);
    };
    afterEach(async () => {
      await shop.close();
      await platform.close();
    });

    it('is taken, with its id, as words, buttons, rows, pictures and files', async () => {
      const account = await open();
      assert.deepEqual(await account.send(TO, message('你好')), { kind: 'sent', platformId: 'wamid.OUT1' });
      for (const labels of [many(3, 20), many(10, 72)]) {
        assert.equal((await account.send(TO, message('请选择', labels))).kind, 'sent');
      }
      const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(40, 1)]);
      for (const [kind, name, content] of [
        ['image', 'a.png', png],
        ['file', 'b.pdf', Buffer.from('%PDF-1.7 ...........')],
      ] as const) {
        const saved = await shop.uploads.save(shop.conversation(TO), name, Readable.from([content]));
        assert.ok(saved.kind === 'saved');
        const media = { kind, contentType: saved.upload.contentType, url: saved.path, name };
        assert.equal((await account.send(TO, { ...message(''), media })).kind, 'sent');
        assert.deepEqual([...platform.api.media.values()].at(-1)?.content, content);
      }
      assert.deepEqual(
        platform.api.sent.map((sent) => sent.type),
        ['text', 'interactive', 'interactive', 'image', 'document'],
      );
      assert.deepEqual(platform.api.refused, []);
    });

    it('is unsure of what was cut off, and sure of what never arrived', async () => {
      const account = await open();
      platform.api.mishaps.push('cut');
      const cut = await account.send(TO, message('一'));
      assert.ok(cut.kind === 'later' && cut.maybe === true);
      await platform.api.close();
      const away = await account.send(TO, message('二'));
      assert.ok(away.kind === 'later' && away.maybe === false, JSON.stringify(away));
    });

    it('rests for a customer after 45 at once, or when the platform says so, on every instance', async () => {
      const account = await open({}, 2);
      const other = shop.instances[1]?.messaging.accounts[0];
      const all = [];
      for (let at = 0; at < 46; at++) all.push(await (at % 2 ? other : account)?.send(TO, message(`${at}`)));
      assert.deepEqual(
        all.map((sent) => sent?.kind),
        [...Array(45).fill('sent'), 'later'],
      );
      platform.api.allow('85200000000');
      platform.api.mishaps.push(131056);
      assert.equal((await account.send('85200000000', message('一'))).kind, 'later');
      const before = platform.api.sent.length;
      assert.deepEqual(await other?.send('85200000000', message('一')), {
        ...{ kind: 'later', code: 'pair-rate', afterMs: 6000 },
      });
      assert.equal(platform.api.sent.length, before);
    });

    it('is closed outside of the window, or goes out in the template', async () => {
      const account = await open();
      assert.equal(account.sendPrepared, undefined);
      assert.deepEqual(await account.send('85200000000', message('提醒')), { kind: 'closed', code: '131047' });
      await shop.close();
      await platform.close();
      const prepared = await open({ template: { name: 'news_1', language: 'zh_CN' } });
      assert.equal((await prepared.send('85200000000', message('提醒：\n明天\t上门'))).kind, 'sent');
      assert.equal((await prepared.sendPrepared?.('85200000000', message('二')))?.kind, 'sent');
      const [first] = platform.api.sent;
      assert.ok(first?.type === 'template');
      assert.equal(first.template.components[0]?.parameters[0]?.text, '提醒： 明天 上门');
    });
  });
});
