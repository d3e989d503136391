import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openBrowser, visit } from '../../browser/support.ts';
import { builtConsole } from '../../support/builtConsole.ts';
import { FakeDesk } from '../../support/fakeDesk.ts';
import { day } from './scene.ts';
import { LOCALES } from './support.ts';

// `npm run screenshots`: the console on a working day, in both themes, wide, narrow and in every language.
const FOLDER = fileURLToPath(new URL('../../../docs/screenshots', import.meta.url));
const SHOTS = [
  { width: 1280, language: 'zh-Hans', theme: 'light' },
  { width: 1280, language: 'zh-Hans', theme: 'dark' },
  { width: 1920, language: 'zh-Hans', theme: 'light' },
  { width: 1920, language: 'zh-Hans', theme: 'dark' },
  { width: 1280, language: 'zh-Hant', theme: 'light' },
  { width: 1280, language: 'en', theme: 'light' },
  { width: 390, language: 'zh-Hans', theme: 'light' },
  { width: 390, language: 'en', theme: 'dark' },
] as const;

mkdirSync(FOLDER, { recursive: true });
const pages = await builtConsole();
const browser = await openBrowser();
for (const { width, language, theme } of SHOTS) {
  const server = new FakeDesk(pages);
  day(server);
  await server.up();
  const { page, context } = await visit(browser, `${server.address}#/c/zhao`, {
    locale: LOCALES[language],
    colorScheme: theme,
    viewport: { width, height: width === 390 ? 844 : width === 1280 ? 800 : 1000 },
  });
  await page.getByRole('log').waitFor();
  await page.waitForTimeout(800);
  await page.screenshot({ path: `${FOLDER}/desk-${language}-${width}-${theme}.png` });
  await context.close();
  await server.down();
}
await browser.close();
