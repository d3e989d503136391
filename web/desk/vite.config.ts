import { fileURLToPath } from 'node:url';
import type { Plugin, UserConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What React Aria does that our policy forbids, and what is done instead. A build fails when one is no longer found. */
const forbidden: readonly { readonly file: RegExp; readonly from: RegExp; readonly to: string }[] = [
  // an inline style element: the two rules stand in style/base.css, and the text goes into an inert element
  {
    file: /dist\/private\/interactions\/usePress\.mjs$/,
    from: /createElement\('style'\)/g,
    to: "createElement('template')",
  },
  {
    file: /dist\/private\/overlays\/usePreventScroll\.mjs$/,
    from: /createElement\('style'\)/g,
    to: "createElement('template')",
  },
  // markup from a string, which Trusted Types refuse
  { file: /dist\/private\/live-announcer\/LiveAnnouncer\.mjs$/, from: /\.innerHTML = ''/g, to: ".textContent = ''" },
];
/** React Aria's own words in languages the console does not speak. */
const foreign = /react-(aria|stately).*\/intl\/[^/]+\/(?!zh-CN|zh-TW|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/;

const tame: Plugin = {
  name: 'tame',
  enforce: 'pre',
  transform(code, id) {
    if (foreign.test(id)) return { code: 'export default {};', map: null };
    const found = forbidden.find(({ file }) => file.test(id));
    if (found === undefined) return null;
    if (code.search(found.from) < 0) this.error(`nothing to tame in ${id}`);
    return { code: code.replaceAll(found.from, found.to), map: null };
  },
};

/** The agents' console, beside the customer's page: build that one first, for it empties its folder. */
const config: UserConfig = {
  root: at('.'),
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  plugins: [tame],
  build: {
    outDir: at('../../dist/web/desk'),
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // libraries mark themselves for servers, of which there is none
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
};

export default config;
