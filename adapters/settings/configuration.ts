import { fileURLToPath } from 'node:url';
import { readSettings, type Settings } from '../../bot/settings.ts';
import type { Manual } from '../../domain/manual/schema.ts';
import type { AccountsRead } from '../channels/messaging/accounts.ts';
import { accountsOf } from '../channels/messaging/open.ts';
import { databaseFaults, redisFaults } from './addresses.ts';
import { dataDirFaults } from './dataDir.ts';
import { keyFaults } from './keys.ts';
import { manualOf } from './manual.ts';

const SHIPPED_MANUAL = fileURLToPath(new URL('../../domain/manual/telecom.yaml', import.meta.url));

export type Configuration =
  | { readonly kind: 'sound'; readonly settings: Settings; readonly manual: Manual }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

/** What a process needs beside the settings themselves: a command that takes no messages needs no channels. */
export interface Needs {
  readonly channels: boolean;
}

/**
 * Reads the environment and everything it names, changing nothing: the settings and the manual, or every fault at once, each
 * by the name of its setting with what was found and what is allowed. What is found only by connecting is not among them.
 */
export function configuration(
  env: Readonly<Record<string, string | undefined>>,
  needs: Needs = { channels: true },
): Configuration {
  const read = readSettings(env);
  const { settings } = read;
  const manual = manualOf(settings.MANUAL_FILE ?? SHIPPED_MANUAL);
  const faults = [
    ...(read.kind === 'faulty' ? read.faults : []),
    ...redisFaults(settings),
    ...databaseFaults(settings),
    ...keyFaults(settings),
    ...dataDirFaults(settings),
    ...(manual.kind === 'faulty' ? manual.faults : []),
    ...(needs.channels ? faultsOf(accountsOf(settings)) : []),
  ];
  if (manual.kind === 'faulty' || faults.length > 0) return { kind: 'faulty', faults };
  return { kind: 'sound', settings, manual: manual.manual };
}

function faultsOf(read: AccountsRead): readonly string[] {
  return read.kind === 'faulty' ? read.faults : [];
}

/** For people: what stands on standard error. */
export function toldFaults(faults: readonly string[]): string {
  return ['The settings have faults:', ...faults.map((fault) => `  ${fault}`)].join('\n');
}
