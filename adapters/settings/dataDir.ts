import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Settings } from '../../bot/settings.ts';
import { checkKeyFile } from '../keys/keyFile.ts';

const ALLOWED = 'a folder that may be written to, or one that can be made';

/** What is wrong with DATA_DIR and what must be in it. Makes nothing. */
export function dataDirFaults(settings: Pick<Settings, 'DATA_DIR' | 'DATA_KEYS'>): string[] {
  const { DATA_DIR } = settings;
  const why = unusable(resolve(DATA_DIR));
  if (why !== null) return [`DATA_DIR: found ${JSON.stringify(DATA_DIR)}: ${why}; allowed: ${ALLOWED}`];
  const path = join(DATA_DIR, 'keys.json');
  if (existsSync(path)) return checkKeyFile(path).map((fault) => `DATA_DIR: ${fault}`);
  return lostKeys(settings) ? [`DATA_DIR: ${path} is missing beside data that were sealed with it: restore it`] : [];
}

/** Data without their keys: new ones would make everything that was sealed unreadable. */
function lostKeys({ DATA_DIR, DATA_KEYS }: Pick<Settings, 'DATA_DIR' | 'DATA_KEYS'>): boolean {
  const has = (name: string) => existsSync(join(DATA_DIR, name));
  return DATA_KEYS === undefined && (has('ledger.db') || has('conversations.db'));
}

function unusable(path: string): string | null {
  try {
    if (!statSync(path).isDirectory()) return `${path} is a file`;
    accessSync(path, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return `${path} may not be written to`;
    if (code === 'ENOTDIR') return `a part of ${path} is a file`;
    if (code !== 'ENOENT' || dirname(path) === path) return `${path} cannot be read (${String(code)})`;
    return unusable(dirname(path));
  }
}
