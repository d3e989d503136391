import { strict as assert } from 'node:assert';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { openBrowser, type Visit, visit } from '../../browser/support.ts';
import { builtConsole } from '../../support/builtConsole.ts';
import { FakeDesk } from '../../support/fakeDesk.ts';
import { day } from './scene.ts';

export const LOCALES = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' } as const;
export type Language = keyof typeof LOCALES;

export interface DeskVisit extends Visit {
  /** Where one writes. */
  readonly composer: Locator;
  /** Opens one of the listed conversations. */
  choose(name: string | RegExp): Promise<void>;
}

export interface Stage {
  readonly server: () => FakeDesk;
  open(options?: BrowserContextOptions & { readonly language?: Language; readonly at?: string }): Promise<DeskVisit>;
}

/** A desk with a working day on it, fresh for each test, and a browser for all of them. */
export function stage(): Stage {
  let browser: Browser | undefined;
  let server: FakeDesk | undefined;
  let pages = '';
  before(async function () {
    this.timeout(120_000);
    pages = await builtConsole();
    browser = await openBrowser();
  });
  beforeEach(async () => {
    server = new FakeDesk(pages);
    day(server);
    await server.up();
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    await server?.down();
  });
  after(() => browser?.close());
  const there = (): FakeDesk => {
    assert.ok(server, 'used before it was started');
    return server;
  };
  return {
    server: there,
    async open({ language = 'zh-Hans', at = '', ...options } = {}) {
      assert.ok(browser);
      const visited = await visit(browser, `${there().address}${at}`, {
        ...{ locale: LOCALES[language], viewport: { width: 1280, height: 800 } },
        ...options,
      });
      return {
        ...visited,
        composer: visited.page.locator('#composer'),
        choose: (name) => visited.page.locator('.row').filter({ hasText: name }).first().click(),
      };
    },
  };
}

export async function waitUntil(page: Page, holds: () => boolean | Promise<boolean>, what = ''): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return;
    await page.waitForTimeout(50);
  }
  assert.fail(`it never came true: ${what}`);
}
