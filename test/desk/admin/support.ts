import { strict as assert } from 'node:assert';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { build } from 'vite';
import config from '../../../web/desk/vite.config.ts';
import { openBrowser, type Visit, visit } from '../../browser/support.ts';
import { FakeDeskAdmin } from '../../support/fakeDeskAdmin.ts';

export type Language = 'zh-Hans' | 'zh-Hant' | 'en';
export const LOCALES: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' };

let pages: Promise<string> | undefined;

/** Builds the console, once a test run, into a folder of its own. */
async function builtConsole(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shouwen-console-'));
  process.once('exit', () => void rm(folder, { recursive: true, force: true }));
  const own = { ...config.build, outDir: join(folder, 'desk'), emptyOutDir: true };
  await build({ ...config, configFile: false, logLevel: 'error', build: own });
  return folder;
}

interface Stage {
  readonly server: () => FakeDeskAdmin;
  /** Opens a page of the console; `as` is signed in already. */
  open(path?: string, options?: BrowserContextOptions & { as?: string; language?: Language }): Promise<Visit>;
}

/** A server with fresh books for each test, and a browser for all of them. */
export function stage(): Stage {
  let browser: Browser | undefined;
  let server: FakeDeskAdmin | undefined;
  before(async function () {
    this.timeout(120_000);
    pages ??= builtConsole();
    await pages;
    browser = await openBrowser();
  });
  beforeEach(async () => {
    server = new FakeDeskAdmin((await pages) ?? '');
    await server.up();
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    await server?.down();
  });
  after(() => browser?.close());
  const there = (): FakeDeskAdmin => {
    assert.ok(server, 'used before it was started');
    return server;
  };
  return {
    server: there,
    async open(path = '', { as, language = 'zh-Hans', ...options } = {}) {
      assert.ok(browser);
      if (as !== undefined) there().books.me = `staff-${as}`;
      return visit(browser, `${there().address}${path}`, { locale: LOCALES[language], ...options });
    },
  };
}

/** Waits until the element that has the focus is this one. */
export async function focused(field: Locator): Promise<void> {
  await waitUntil(field.page(), () => field.evaluate((each) => each === each.ownerDocument.activeElement));
}

/** The fault of a field as assistive technology hears it: tied to the field, which says that it is faulty. */
export async function faultOf(field: Locator): Promise<string> {
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  const ids = ((await field.getAttribute('aria-describedby')) ?? '').split(' ');
  const words = await Promise.all(ids.map((id) => field.page().locator(`[id="${id}"]`).innerText()));
  return words.join(' ');
}

export async function waitUntil(page: Page, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await holds()) return;
    await page.waitForTimeout(50);
  }
  assert.fail('it never came true');
}
