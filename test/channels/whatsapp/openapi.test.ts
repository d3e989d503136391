import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { addressed, mediaOf, templateOf, wordsOf } from '../../../adapters/channels/whatsapp/compose.ts';
import { createGraph } from '../../../adapters/channels/whatsapp/graph.ts';
import { whatsapp } from '../../../adapters/channels/whatsapp/index.ts';
import { whatsappSettings } from '../../../adapters/channels/whatsapp/settings.ts';
import { typingOn } from '../../../adapters/channels/whatsapp/typing.ts';
import { ACCOUNT, openWhatsapp } from '../../simulators/whatsapp.ts';
import { echoing } from '../messaging/echoing.ts';
import { openShop, shopNow } from '../messaging/shop.ts';
import { spied } from '../messaging/spied.ts';
import { examplesSchema } from './metaFile.ts';
import { hasMetaFile, META_FILE, openPrism, type Prism } from './prism.ts';

const LIST = { listButton: '选择' };
describe('whatsapp: judged by Meta’s OpenAPI file', function () {
  this.timeout(120_000);
  let prism: Prism;
  before(async function () {
    if (!hasMetaFile()) return this.skip();
    prism = await openPrism();
  });
  after(() => prism?.close());

  const actions = (count: number, size: number) =>
    Array.from({ length: count }, (_, at) => ({ label: `${at}`.padEnd(size, '选'), value: `v${at}` }));
  // through the product's own calls: their headers are judged as well
  const ask = async (body: object | FormData, path = 'messages') => {
    const settings = whatsappSettings.parse({ channel: 'whatsapp', ...ACCOUNT, apiBase: prism.url });
    const called = await createGraph(settings, { info() {}, warn() {}, error() {} }).post(
      `${ACCOUNT.phoneNumberId}/${path}`,
      body,
    );
    return called.kind === 'refused' ? called.status : called.kind;
  };
  const sent = (text: string, count = 0, size = 4) =>
    addressed('85291234567', wordsOf({ id: 'x', text, actions: actions(count, size) }, LIST));

  it('takes every kind of message we send', async () => {
    const pdf = { kind: 'file', contentType: 'application/pdf', url: '/x', name: 'a.pdf' } as const;
    const png = { kind: 'image', contentType: 'image/png', url: '/x', name: 'a.png' } as const;
    for (const body of [
      ...[
        sent('你好'),
        sent('请选择', 3, 20),
        sent('请选择', 4, 20),
        sent('请选择', 10, 72),
        sent('长'.repeat(1024), 2),
      ],
      ...[sent('长'.repeat(4096)), sent('长'.repeat(1025), 3), addressed('85291234567', mediaOf(pdf, '1'))],
      ...[addressed('85291234567', mediaOf(png, '1'))],
      addressed('85291234567', templateOf('明天\n上门', { name: 'news_1', language: 'zh_CN' })),
    ]) {
      assert.equal(await ask(body), 'ok', JSON.stringify(body));
    }
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('file', new Blob(['%PDF-1.7'], { type: 'application/pdf' }), 'a.pdf');
    assert.equal(await ask(form, 'media'), 'ok');
  });

  it('refuses what our limits keep us from, so that it is a judge', async () => {
    const interactive = (count: number, size: number, text = '请选择') => {
      const buttons = actions(count, size).map(({ label, value }) => ({
        type: 'reply',
        reply: { id: value, title: label },
      }));
      const content = { type: 'button', body: { text }, action: { buttons } };
      return addressed('85291234567', { type: 'interactive', interactive: content });
    };
    const { recipient_type: _, ...without } = sent('你好') as Record<string, unknown>;
    const wrong = {
      'four buttons': interactive(4, 4),
      'a long title': interactive(2, 21),
      'no recipient_type': without,
    };
    for (const [what, body] of Object.entries({ ...wrong, 'a long body': interactive(2, 4, '长'.repeat(1025)) })) {
      assert.equal(await ask(body), 422, what);
    }
  });

  it('gives an example of typing, which is ours', () => {
    const { examples } = examplesSchema.parse(parse(readFileSync(META_FILE, 'utf8'))).messages;
    const { value } = examples['Send typing indicator and read receipt'] ?? {};
    assert.deepEqual(typingOn(String(value?.message_id)), value);
  });

  it('gives webhooks of which we take what is meant for us', async () => {
    const { examples } = examplesSchema.parse(parse(readFileSync(META_FILE, 'utf8'))).webhooks;
    const platform = await openWhatsapp(shopNow);
    const spy = spied(whatsapp);
    const shop = await openShop({ channel: spy.channel, account: platform.account, respond: echoing });
    const taken: Record<string, string> = {};
    try {
      for (const [name, { value }] of Object.entries(examples)) {
        const before = spy.received.length;
        // several of the examples have the same id
        const fresh = JSON.parse(JSON.stringify(value).replace(/"wamid\.[^"]*"/g, `"wamid.${name}"`));
        assert.equal(await platform.hook(fresh)(shop.instances[0]?.base ?? ''), 200, name);
        const message = spy.received[before];
        if (message) taken[name] = `${message.kind}: ${message.text}${message.value ? ` = ${message.value}` : ''}`;
      }
    } finally {
      await shop.close();
      await platform.close();
    }
    assert.deepEqual(taken, {
      'Text Message': 'message: Does it come in another color?',
      'Text Message with Context (Product Inquiry)': 'message: Is this still available?',
      'Text Message from Click to WhatsApp Ad': 'message: Hello! Can I get more info on this?',
      'Image Message': 'message: Taj Mahal',
      'Location Message': 'message: Philz Coffee, 101 Forest Ave, Palo Alto, CA 94301',
      'Contact Sharing Message': 'message: 👤 Lucía Gómez',
      'Unsupported Message': 'message: ❔',
      'Button Message': 'message: Unsubscribe = Unsubscribe',
      'Interactive List Reply Message': 'message: Priority Mail Express = priority_express',
      'Interactive Button Reply Message': 'message: Cancel = cancel-button',
      'Order Message': 'message: ❔',
      'System Message': 'departure: ',
    });
  });
});
