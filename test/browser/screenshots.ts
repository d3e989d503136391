import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openCustomer } from '../support/client.ts';
import { startProduct } from '../support/product.ts';
import { hire } from './colleague.ts';
import type { Visit } from './support.ts';
import { builtPages, openBrowser, visit } from './support.ts';

/** `npm run screenshots`: pictures of the real page, three languages, phone and desktop, into docs/screenshots. */
const FOLDER = fileURLToPath(new URL('../../docs/screenshots', import.meta.url));
const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 800 };

const BACK = { 'zh-Hans': '返回机器人', 'zh-Hant': '返回機器人', en: 'Back to the bot' } as const;
const PLACE = /前面还有|前面還有|ahead of you/;
const sessionSchema = z.object({ conversationId: z.string() });

const SCENES = {
  'zh-Hans': {
    locale: 'zh-CN',
    fault: ['我家宽带从昨天晚上开始上不了网，光猫重启过也没用', '深圳市南山区科技园3栋502'],
    complaint: [
      '我要投诉，上个月多扣了我三十块，打了三次电话都没人管',
      '退费',
      '同意',
      '王先生 13800138000',
      '确认提交',
    ],
    slots: ['帮我约师傅上门修宽带，地址深圳市南山区科技园3栋502'],
    person: ['家里宽带断了，光猫红灯', '转人工'],
    agent: '王芳',
    agentSays: [
      '您好，我是王芳。您家的情况我看到了：光猫亮红灯，重启也没有用。',
      '我查了一下，是楼道的光缆断了，师傅今天 14:00 前到，您不用在家等。',
    ],
    thanks: '太好了，谢谢',
    solved: '解决了',
    skip: '跳过这题',
  },
  'zh-Hant': {
    locale: 'zh-TW',
    fault: ['我家寬頻從昨天晚上開始連不上網路，數據機重開過也沒用', '台北市信義區松仁路100號5樓'],
    complaint: [
      '我要投訴，上個月帳單多收了三百塊，打了三次電話都沒人處理',
      '退費',
      '同意',
      '陳小姐 0912345678',
      '確認送出',
    ],
    slots: ['想預約師傅到府修寬頻，地址台北市信義區松仁路100號5樓'],
    person: ['家裡寬頻斷了，數據機亮紅燈', '轉真人'],
    agent: '林怡君',
    agentSays: [
      '您好，我是林怡君。您家的狀況我看到了：數據機亮紅燈，重新開機也沒有用。',
      '我查了一下，是樓梯間的光纖斷了，師傅今天 14:00 前到，您不用在家等。',
    ],
    thanks: '太好了，謝謝',
    solved: '解決了',
    skip: '跳過這題',
  },
  en: {
    locale: 'en-GB',
    fault: [
      'My broadband has been down since last night, I already restarted the modem',
      'Room 502, Building 3, Keji Road, Nanshan',
    ],
    complaint: [
      'I want to complain: you charged me 30 yuan too much last month and nobody answered my three calls',
      'A refund',
      'I agree',
      'Ms Lee 13800138000',
      'Confirm',
    ],
    slots: ['Please book a technician to repair my broadband at Room 502, Building 3, Keji Road, Nanshan, Shenzhen'],
    person: ['My broadband is down and the modem light is red', 'Talk to a person'],
    agent: 'Grace Chan',
    agentSays: [
      'Hello, this is Grace. I see that your modem shows a red light and that restarting did not help.',
      'I checked: the fibre in your stairwell is broken. A technician is there by 14:00; you need not be at home.',
    ],
    thanks: 'Great, thank you',
    solved: 'Yes, solved',
    skip: 'Skip this one',
  },
} as const;

await builtPages();
mkdirSync(FOLDER, { recursive: true });
const product = await startProduct();
const browser = await openBrowser();
for (const [language, scene] of Object.entries(SCENES)) {
  for (const [what, viewport, colorScheme] of [
    ['fault', PHONE, 'light'],
    ['slots', PHONE, 'dark'],
    ['complaint', DESKTOP, 'light'],
  ] as const) {
    const seen = await visit(browser, product.base, { locale: scene.locale, viewport, colorScheme });
    for (const words of scene[what]) {
      await seen.send(words);
      // long enough for the answer and for the view to settle; nothing is asserted here
      await seen.page.waitForTimeout(1200);
    }
    const name = what === 'complaint' ? 'case' : what;
    await seen.page.screenshot({ path: `${FOLDER}/${name}-${language}-${viewport.width}.png` });
    await seen.context.close();
  }
}
/** Both sizes and, for one language, both colours of what a page shows now. */
async function picture({ page }: Visit, name: string, language: string, sizes = [PHONE, DESKTOP]): Promise<void> {
  for (const colorScheme of language === 'zh-Hans' ? (['light', 'dark'] as const) : (['light'] as const)) {
    await page.emulateMedia({ colorScheme });
    for (const viewport of sizes) {
      await page.setViewportSize(viewport);
      await page.waitForTimeout(300);
      const suffix = colorScheme === 'dark' ? '-dark' : '';
      await page.screenshot({ path: `${FOLDER}/${name}-${language}-${viewport.width}${suffix}.png` });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

for (const [language, scene] of Object.entries(SCENES)) {
  const colleague = await hire(product, `agent-${language.toLowerCase()}`, scene.agent, 1);
  const others = await Promise.all([1, 2, 3].map(() => openCustomer(product.base, { locale: scene.locale })));
  for (const other of others) await other.say(scene.person[1]);
  const seen = await visit(browser, product.base, { locale: scene.locale, viewport: PHONE, reducedMotion: 'reduce' });
  for (const words of scene.person) {
    await seen.send(words);
    await seen.page.waitForTimeout(1200);
  }
  const leave = (other: (typeof others)[number] | undefined) => other?.say(BACK[language as keyof typeof BACK]);
  // places are told anew when they have changed, not before 10 s
  await seen.page.waitForTimeout(11_000);
  await leave(others[0]);
  await seen.page.getByText(PLACE).first().waitFor({ timeout: 30_000 });
  await picture(seen, 'waiting', language);
  for (const other of others.slice(1)) await leave(other);
  const session = await seen.page.evaluate("localStorage.getItem('shouwen.session')");
  const { conversationId } = sessionSchema.parse(JSON.parse(String(session)));
  await colleague.accept(conversationId);
  for (const words of scene.agentSays) await colleague.say(conversationId, words);
  await seen.log.getByText(scene.agentSays[1]).waitFor();
  await seen.send(scene.thanks);
  await seen.page.waitForTimeout(600);
  await picture(seen, 'agent', language);
  await colleague.giveBack(conversationId);
  await seen.page.getByRole('button', { name: scene.solved }).click();
  await seen.page.waitForTimeout(1200);
  await picture(seen, 'rating', language);
  for (let skipped = 0; skipped < 4; skipped++) {
    await seen.page.getByRole('button', { name: scene.skip }).click();
    await seen.page.waitForTimeout(900);
  }
  await picture(seen, 'recommend', language, [PHONE]);
  await seen.context.close();
  for (const other of others) other.close();
  colleague.leave();
}
await browser.close();
await product.dispose();
