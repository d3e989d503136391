import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startProduct } from '../support/product.ts';
import { builtPages, openBrowser, visit } from './support.ts';

/** `npm run screenshots`: pictures of the real page, three languages, phone and desktop, into docs/screenshots. */
const FOLDER = fileURLToPath(new URL('../../docs/screenshots', import.meta.url));
const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 800 };

const SCENES = {
  'zh-Hans': {
    locale: 'zh-CN',
    fault: ['我家宽带从昨天晚上开始上不了网，光猫重启过也没用', '一直这样'],
    complaint: [
      '我要投诉，上个月多扣了我三十块，打了三次电话都没人管',
      '退费',
      '同意',
      '王先生 13800138000',
      '确认提交',
    ],
    slots: ['帮我约师傅上门修宽带，地址深圳市南山区科技园3栋502'],
  },
  'zh-Hant': {
    locale: 'zh-TW',
    fault: ['我家寬頻從昨天晚上開始連不上網路，數據機重開過也沒用', '一直這樣'],
    complaint: [
      '我要投訴，上個月帳單多收了三百塊，打了三次電話都沒人處理',
      '退費',
      '同意',
      '陳小姐 0912345678',
      '確認送出',
    ],
    slots: ['想預約師傅到府修寬頻，地址台北市信義區松仁路100號5樓'],
  },
  en: {
    locale: 'en-GB',
    fault: ['My broadband has been down since last night, I already restarted the modem', 'All the time'],
    complaint: [
      'I want to complain: you charged me 30 yuan too much last month and nobody answered my three calls',
      'A refund',
      'I agree',
      'Ms Lee 13800138000',
      'Confirm',
    ],
    slots: ['Please book a technician to repair my broadband at Room 502, Building 3, Keji Road, Nanshan, Shenzhen'],
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
await browser.close();
await product.dispose();
