import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseManual } from '../domain/manual/load.ts';
import type { Manual } from '../domain/manual/schema.ts';
import type { Settings } from './settings.ts';

/** A reason not to start, told to the operator as it is; exit 2. */
export class CannotStart extends Error {}

/** The operator's manual. Throws `CannotStart` with every fault in it. */
export function readManual(path: string): Manual {
  if (!existsSync(path)) throw new CannotStart(`MANUAL_FILE: there is no file ${path}`);
  const read = parseManual(readFileSync(path, 'utf8'), path);
  if (read.kind === 'faulty') throw new CannotStart(read.faults.join('\n'));
  return read.manual;
}

/** Throws `CannotStart` for data without their keys: new ones would make everything that was sealed unreadable. */
export function checkKeys({ DATA_DIR, DATA_KEYS }: Pick<Settings, 'DATA_DIR' | 'DATA_KEYS'>): void {
  const has = (name: string) => existsSync(join(DATA_DIR, name));
  if (DATA_KEYS !== undefined || has('keys.json') || !(has('ledger.db') || has('conversations.db'))) return;
  throw new CannotStart(`${join(DATA_DIR, 'keys.json')} is missing beside data that were sealed with it: restore it`);
}
