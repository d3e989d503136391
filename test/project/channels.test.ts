import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readAccounts } from '../../adapters/channels/messaging/accounts.ts';
import { CHANNEL_NAMES } from '../../adapters/channels/messaging/port.ts';
import { smsHttpSettings } from '../../adapters/channels/sms/http/settings.ts';
import { smsSmppSettings } from '../../adapters/channels/sms/smpp/settings.ts';
import { telegramSettings } from '../../adapters/channels/telegram/settings.ts';
import { wechatSettings } from '../../adapters/channels/wechat/settings.ts';
import { wecomKfSettings } from '../../adapters/channels/wecom-kf/settings.ts';
import { whatsappSettings } from '../../adapters/channels/whatsapp/settings.ts';

const SETTINGS = {
  wechat: wechatSettings,
  'wecom-kf': wecomKfSettings,
  'sms-smpp': smsSmppSettings,
  'sms-http': smsHttpSettings,
  whatsapp: whatsappSettings,
  telegram: telegramSettings,
} as const satisfies Record<(typeof CHANNEL_NAMES)[number], unknown>;

/** Where the document leaves a secret out. */
const MADE_UP: Readonly<Record<string, string>> = {
  encodingAESKey: 'A'.repeat(43),
  previousEncodingAESKey: 'B'.repeat(43),
  appId: 'wx1234567890',
  corpId: 'ww1234567890',
  phoneNumberId: '106540352242922',
  secret: 'a-secret-of-some-length',
  password: 'secret',
};

describe('docs/channels.md', () => {
  const text = readFileSync(fileURLToPath(new URL('../../docs/channels.md', import.meta.url)), 'utf8');
  const examples = [...text.matchAll(/(?:^ {4}.*\n)+/gm)]
    .map(([block]) => block)
    .filter((b) => b.includes('- channel:'));
  const accounts = examples.flatMap((block) => parse(block.replaceAll(/^ {4}/gm, '')) as Record<string, unknown>[]);

  it('shows an account of every channel', () => {
    assert.deepEqual(accounts.map(({ channel }) => channel).toSorted(), CHANNEL_NAMES.toSorted());
  });

  for (const account of accounts) {
    it(`shows a ${account.channel} account as the product takes it`, () => {
      const filled = Object.fromEntries(
        Object.entries(account).map(([key, value]) => [
          key,
          typeof value === 'string' && value.includes('…') ? (MADE_UP[key] ?? 'made_up_1234') : value,
        ]),
      );
      const list = { openKfIds: ['wk1'] };
      const whole = 'openKfIds' in filled ? { ...filled, ...list } : filled;
      const read = readAccounts([whole]);
      assert.equal(read.kind, 'accounts', JSON.stringify(read));
      const schema = SETTINGS[CHANNEL_NAMES.find((name) => name === account.channel) ?? 'wechat'];
      const parsed = schema.safeParse(whole);
      assert.ok(parsed.success, JSON.stringify(parsed.error?.issues));
    });
  }
});
