import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const keysSchema = z.strictObject({
  /** `id:base64,…` as for DATA_KEYS. */
  dataKeys: z.string().min(1),
  /** Base64 of 32 bytes. */
  indexKey: z.string().min(40),
  directLineSecret: z.string().min(16),
  operatorApiKey: z.string().min(16),
});
export type Keys = z.infer<typeof keysSchema>;

/** The key file exists but cannot be used; starting with new keys would make everything sealed unreadable. */
export class BadKeyFile extends Error {
  override readonly name = 'BadKeyFile';
}

/** The keys of `dataDir/keys.json`, made on the first start, readable by its owner only. Throws `BadKeyFile`. */
export function readKeys(dataDir: string): Keys {
  const path = join(dataDir, 'keys.json');
  if (existsSync(path)) return parse(path);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const keys: Keys = {
    dataKeys: `k1:${randomBytes(32).toString('base64')}`,
    indexKey: randomBytes(32).toString('base64'),
    directLineSecret: randomBytes(32).toString('base64url'),
    operatorApiKey: randomBytes(32).toString('base64url'),
  };
  write(path, `${JSON.stringify(keys, null, 2)}\n`);
  return keys;
}

/** What is wrong with a key file that is there; nothing of a key. */
export function checkKeyFile(path: string): string[] {
  try {
    parse(path);
    return [];
  } catch (error) {
    if (error instanceof BadKeyFile) return [error.message];
    throw error;
  }
}

function parse(path: string): Keys {
  try {
    return keysSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new BadKeyFile(
      `${path} is damaged; restore it from a backup: without it nothing that was sealed can be read`,
    );
  }
}

/** Whole or not at all, and on disk before anything is sealed with it. */
function write(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, 'wx', 0o600);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, path);
}
