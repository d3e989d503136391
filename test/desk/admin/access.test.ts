import { strict as assert } from 'node:assert';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { busyFigures, someImprovements } from '../../support/fakeDeskFigures.ts';
import { dutyAlert, member, overdueCase, waiting, withAgent } from '../../support/fakeDeskScene.ts';
import { type Language, stage } from './support.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Each screen, with who looks at it and what is to be opened there. */
const SCREENS: readonly {
  readonly path: string;
  readonly as?: string;
  readonly open?: (page: Page) => Promise<void>;
}[] = [
  { path: '', open: (page) => page.locator('button[type=submit]').click() },
  { path: '', as: 'new' },
  { path: '#/account', as: 'admin', open: (page) => page.locator('.page-card button').last().click() },
  { path: '#/board', as: 'admin' },
  { path: '#/board', as: 'admin', open: (page) => page.locator('.row-actions button').last().click() },
  { path: '#/board', as: 'admin', open: (page) => page.locator('.row-actions button').first().click() },
  { path: '#/board', as: 'wang' },
  { path: '#/figures', as: 'admin', open: unfold },
  { path: '#/figures', as: 'admin', open: (page) => page.locator('.row-actions .button.secondary').first().click() },
  { path: '#/figures', as: 'admin', open: (page) => page.locator('.improvement .button').first().click() },
  { path: '#/figures', as: 'wang' },
  { path: '#/admin/settings', as: 'admin', open: (page) => page.getByRole('radio').last().check({ force: true }) },
  { path: '#/admin/canned', as: 'admin' },
  { path: '#/admin/canned', as: 'admin', open: (page) => page.locator('.page-head button').click() },
  { path: '#/admin/users', as: 'admin' },
  { path: '#/admin/users', as: 'admin', open: (page) => page.locator('.page-head button').click() },
  { path: '#/admin/audit', as: 'admin' },
];

/** Shows whatever is folded away. */
async function unfold(page: Page): Promise<void> {
  await page.locator('.improvement').first().waitFor();
  for (const each of await page.locator('main summary').all()) await each.click();
}

describe('the console of supervisors and admins: access for everybody', function () {
  this.timeout(240_000);
  const { server, open } = stage();

  beforeEach(() => {
    const { books } = server();
    const flags = { totp: true, disabled: true, present: false };
    books.oidc = true;
    books.users.push(member('new', '新人', { mustChange: true }), member('wang', '王小明', { load: 4 }));
    books.users.push(member('gone', '赵一', flags), member('chen', '陈丽', { status: 'busy' }));
    books.board = { ...books.board, agents: books.users, overdueCases: [overdueCase('TS20261121-7KQ4M-X', 7500)] };
    books.board.waiting = [waiting('李**', 1500, { severity: 'major' }), waiting('孙**', 45), waiting('钱**', 5)];
    books.board.active = [withAgent('张**', 'staff-wang', 60), withAgent('周**', 'staff-chen', null)];
    const acknowledged = { by: 'staff-wang', byName: '王小明', at: new Date().toISOString() };
    books.alerts = [
      dutyAlert('outage-suspected', { outage: 'the-outage', reports: 5, acknowledged }),
      dutyAlert('major-fault', { case: 'GZ20261121-7KQ4M-X', area: null, service: null }),
    ];
    books.figures = busyFigures;
    books.improvements = someImprovements();
    books.replies = [{ id: 'r', shortcut: 'greet', text: { 'zh-Hans': '您好', 'zh-Hant': '您好', en: 'Hello' } }];
    books.audit = [
      { seq: 1, at: new Date().toISOString(), by: 'nobody', byName: '', what: 'sign-in', subject: null, detail: null },
    ];
  });

  async function show(at: (typeof SCREENS)[number], options: Parameters<typeof open>[1]): Promise<Page> {
    server().books.me = null;
    const { page } = await open(at.path, { ...options, ...(at.as === undefined ? {} : { as: at.as }) });
    await page.getByRole('heading').first().waitFor();
    await page.locator('.page-state[role=status]').waitFor({ state: 'detached' });
    await at.open?.(page);
    return page;
  }

  for (const [colorScheme, width, language] of [
    ['light', 1280, 'zh-Hans'],
    ['dark', 390, 'zh-Hant'],
    ['dark', 1280, 'en'],
    ['light', 390, 'en'],
  ] as const) {
    it(`has no fault axe can find and no missing word: ${colorScheme}, ${width} px, ${language}`, async () => {
      for (const at of SCREENS) {
        const page = await show(at, { colorScheme, language, viewport: { width, height: 800 } });
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
          [],
          `${at.path} as ${at.as}`,
        );
        const words = await page.locator('body').innerText();
        assert.doesNotMatch(words, /undefined|\[object|\bNaN\b/, at.path);
        assert.deepEqual(strangers(words, language), [], `${language} ${at.path}`);
        await page.context().close();
      }
    });
  }

  it('needs no sideways scrolling at 320 px, but for tables in their own boxes, and has no target under 24 px', async () => {
    for (const at of SCREENS) {
      // English has the longest words
      const page = await show(at, { language: 'en', viewport: { width: 320, height: 640 } });
      assert.equal(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), false, at.path);
      for (const target of await page.locator('main :is(button, a.button, [role=tab]):visible').all()) {
        const box = await target.boundingBox();
        assert.ok(box && box.height >= 24 && box.width >= 24, await target.innerText());
      }
      await page.context().close();
    }
  });
});

/** Words of another language than the chosen one; names of people, customers' words and languages' own names are no fault. */
function strangers(words: string, language: Language): string[] {
  const own = /王小明|陈丽|赵一|新人|林主管|[李孙钱张周]\*\*|上个月多扣了我三十块|简体中文|繁體中文|您好/g;
  const rest = words.replaceAll(own, '');
  if (language === 'en') return rest.match(/\p{Script=Han}+/gu) ?? [];
  const chinese = rest.match(/\p{Script=Han}/gu) ?? [];
  const simplified =
    /[设账员务联络时间录见选择请开关闭户级权显达认证码复内发问听会话语长优称单处结样终变为让说给没对应]/;
  const traditional =
    /[設帳員務聯絡時間錄見選擇請開關閉戶級權顯達認證碼複內發問聽會話語長優稱單處結樣終變為讓說給沒對應]/;
  return chinese.filter((char) => (language === 'zh-Hans' ? traditional : simplified).test(char));
}
