import { fileURLToPath } from 'node:url';
import type { Plugin, UserConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * `widget.js` runs as a classic script on pages we do not know: nothing of it may become a global there, and a page in
 * GBK must not garble its words, so it is plain ASCII.
 */
const guest: Plugin = {
  name: 'guest',
  generateBundle(_options, bundle) {
    const chunk = bundle['widget.js'];
    if (chunk?.type !== 'chunk') return;
    const ascii = chunk.code.replaceAll(
      /[^ -~\s]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    chunk.code = `(()=>{${ascii}})();\n`;
  },
};

/**
 * The customer's page and the button for other sites. `widget.js` keeps its name, because other sites link to it;
 * everything else carries a hash and may be cached for ever. Addresses are relative: the page works below any path.
 */
const config: UserConfig = {
  root: at('./chat'),
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [guest],
  build: {
    outDir: at('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { page: at('./chat/index.html'), widget: at('./widget/widget.ts') },
      output: {
        entryFileNames: ({ name }) => (name === 'widget' ? 'widget.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
};

export default config;
