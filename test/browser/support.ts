import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import desk from '../../web/desk/vite.config.ts';
import config from '../../web/vite.config.ts';
import type { Script } from '../support/fakeDirectLine.ts';
import { FakeDirectLine } from '../support/fakeDirectLine.ts';

export const executable = '/usr/bin/chromium';
export const pagesFolder = fileURLToPath(new URL('../../dist/web', import.meta.url));

let building: Promise<unknown> | undefined;

/** Builds the customer's page and the console, once a test run, where the product serves them from. */
export async function builtPages(): Promise<string> {
  building ??= buildAll();
  await building;
  return pagesFolder;
}

async function buildAll(): Promise<void> {
  await build({ ...config, configFile: false, logLevel: 'warn' });
  await build({ ...desk, configFile: false, logLevel: 'error' });
}

/** Starts Debian's Chromium; throws a clear error where there is none. */
export async function openBrowser(): Promise<Browser> {
  assert.ok(
    existsSync(executable),
    `the browser tests need Chromium at ${executable} (Debian: apt-get install chromium)`,
  );
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath: executable, args: [...args, ...quiet] });
}

/** A page, the chat's own handles, and everything the browser complained about. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly field: Locator;
  readonly log: Locator;
  /** Errors on the console and thrown; network failures, which some tests cause, are left out. */
  readonly complaints: string[];
  /** Addresses asked for outside the server under test. */
  readonly strangers: string[];
  send(text: string): Promise<void>;
}

/** Opens the chat as a new customer would. `address` is any server that serves the page and speaks Direct Line. */
export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on('console', (message) => {
    const ours = !/Failed to load resource|WebSocket connection to|ERR_/.test(message.text());
    if (message.type() === 'error' && ours) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(http|ws)/.test(url.protocol) && url.host !== new URL(address).host) strangers.push(url.href);
  });
  await page.goto(address);
  const field = page.getByRole('textbox');
  return {
    ...{ page, context, field, complaints, strangers },
    log: page.getByRole('log'),
    async send(text) {
      await field.fill(text);
      await field.press('Enter');
    },
  };
}

/** A scripted server and a browser for the tests of one `describe`; a fresh server for each test. */
export function stage(script: Script): { readonly browser: () => Browser; readonly server: () => FakeDirectLine } {
  let browser: Browser | undefined;
  let server: FakeDirectLine | undefined;
  let pages = '';
  before(async function () {
    this.timeout(60_000);
    pages = await builtPages();
    browser = await openBrowser();
  });
  beforeEach(async function () {
    this.timeout(30_000);
    server = new FakeDirectLine(script, pages);
    await server.up();
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    await server?.down();
  });
  after(() => browser?.close());
  return { browser: () => there(browser), server: () => there(server) };
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('used before it was started');
  return value;
}

/** Waits until the bubbles are exactly these. */
export async function shows(visited: Visit, ...texts: readonly string[]): Promise<void> {
  const bubbles = visited.log.locator('.text');
  const until = Date.now() + 15_000;
  for (;;) {
    const found = await bubbles.allInnerTexts();
    if (JSON.stringify(found) === JSON.stringify(texts)) return;
    if (Date.now() > until) assert.deepEqual(found, texts);
    await visited.page.waitForTimeout(50);
  }
}
