import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import config from '../../web/desk/vite.config.ts';

let pages: Promise<string> | undefined;

/** Builds the console, once a test run, as `desk` in a folder of its own, which is returned. */
export function builtConsole(): Promise<string> {
  pages ??= make();
  return pages;
}

async function make(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shouwen-console-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const own = { ...config.build, outDir: join(folder, 'desk'), emptyOutDir: true };
  await build({ ...config, configFile: false, logLevel: 'error', build: own });
  return folder;
}
