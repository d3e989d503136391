import assert from 'node:assert/strict';
import type { Language } from '../../../domain/ids.ts';
import type { Platform, PlatformCustomer } from '../../simulators/platform.ts';
import { until } from '../directline/line.ts';
import type { ChannelHarness, Open } from './acceptance.ts';
import { echoing, LONG_MENU } from './echoing.ts';

/** How people name the second. */
const SECOND: Readonly<Record<Language, readonly string[]>> = {
  'zh-Hans': ['2', '２', '二', '2.', '第二个', '选2'],
  'zh-Hant': ['2', '２', '二', '2.', '第二個', '選２'],
  en: ['2', '2.', 'two', 'option 2', 'The second one'],
};

/** More choices than any channel has buttons for: a menu in words, and every way to answer it. */
export function menusOf<P extends Platform>(open: Open, { channel }: ChannelHarness<P>): void {
  for (const [language, choices] of Object.entries(LONG_MENU) as [Language, readonly string[]][]) {
    it(`takes a number, a number word or the label of a menu in words (${language})`, async () => {
      assert.ok(choices.length > channel.caps.actions.max);
      const { platform, base } = await open({ respond: echoing });
      const customer = platform.customer();
      const [, second = '', third = ''] = choices;
      for (const answer of [...SECOND[language], second]) {
        const menu = await said(customer, `长菜单 ${language}`, base);
        assert.ok(menu.includes(`2. ${second}\n3. ${third}`), menu);
        assert.equal(await said(customer, answer, base), `回声：${second}`, answer);
      }
      // without a menu a number is only a number
      assert.equal(await said(customer, '2', base), '回声：2');
    });
  }
}

async function said(customer: PlatformCustomer, text: string, base: string): Promise<string> {
  const before = customer.shown.length;
  assert.equal(await customer.says(text)(base), 200);
  await until(`an answer to "${text}"`, () => customer.shown.length > before, 10_000);
  return customer.shown
    .slice(before)
    .map((each) => each.text)
    .join('\n');
}
