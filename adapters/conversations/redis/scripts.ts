import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** One atomic step on the server. Its file says what keys and arguments it takes and what it answers. */
export interface Script {
  readonly lua: string;
  readonly sha: string;
}

function load(name: string): Script {
  const lua = readFileSync(new URL(`./${name}.lua`, import.meta.url), 'utf8');
  return { lua, sha: createHash('sha1').update(lua).digest('hex') };
}

/** The number in a file's name is the number of its keys. */
export const scripts = {
  accept: load('accept-5'),
  begin: load('begin-2'),
  commit: load('commit-5'),
  release: load('release-2'),
  deliver: load('deliver-2'),
  settled: load('settled-2'),
  log: load('log-2'),
  hint: load('hint-2'),
  forget: load('forget-1'),
} as const;
