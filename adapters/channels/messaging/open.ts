import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Settings } from '../../../bot/settings.ts';
import type { IdempotencyKey } from '../../../domain/ids.ts';
import type { Ledger } from '../../../domain/ledger.ts';
import { readNamed } from '../../settings/namedFile.ts';
import { CHANNELS } from '../channels.ts';
import { type AccountsRead, readAccounts } from './accounts.ts';
import { accountFaults, ChannelFaulty, type Messaging, type MessagingHost, startMessaging } from './start.ts';

export interface MessagingOptions
  extends Pick<MessagingHost, 'server' | 'store' | 'intake' | 'uploads' | 'log' | 'now'> {
  readonly settings: Pick<Settings, 'CHANNELS_FILE' | 'DATA_DIR'>;
  readonly ledger: Pick<Ledger, 'customers'>;
}

/** Starts the accounts of CHANNELS_FILE. Throws `ChannelFaulty` with every fault. */
export async function openMessaging(options: MessagingOptions): Promise<Messaging> {
  const { settings, ledger, ...host } = options;
  const read = accountsOf(settings);
  if (read.kind === 'faulty') throw new ChannelFaulty(read.faults.join('\n'));
  return startMessaging(CHANNELS, read.accounts, {
    ...host,
    customers: ledger.customers,
    async consent({ channel, account, source, given, id, at }) {
      const customer = await ledger.customers.ofSource({ channel, account, sourceId: source }, at);
      const key = `${channel}/${account}/${id}/consent` as IdempotencyKey;
      await ledger.customers.recordConsent(customer, { purpose: 'service', channel, given }, key, at);
    },
  });
}

/** The accounts of CHANNELS_FILE, or every fault, each beginning with the setting's name and the file's place. */
export function accountsOf({ CHANNELS_FILE, DATA_DIR }: MessagingOptions['settings']): AccountsRead {
  const path = CHANNELS_FILE ?? join(DATA_DIR, 'channels.yaml');
  if (CHANNELS_FILE === undefined && !existsSync(path)) return { kind: 'accounts', accounts: [] };
  const file = readNamed('CHANNELS_FILE', path, 'a list of accounts in YAML');
  if (file.kind === 'faulty') return file;
  const faulty = (faults: readonly string[]): AccountsRead => ({
    kind: 'faulty',
    faults: faults.map((fault) => `CHANNELS_FILE: ${path}: ${fault}`),
  });
  const content = contentOf(file.text);
  if (content.kind === 'faulty') return faulty([content.fault]);
  const read = readAccounts(content.value);
  if (read.kind === 'faulty') return faulty(read.faults);
  const faults = accountFaults(CHANNELS, read.accounts);
  return faults.length > 0 ? faulty(faults) : read;
}

type Content =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'faulty'; readonly fault: string };

function contentOf(text: string): Content {
  try {
    return { kind: 'value', value: parse(text) };
  } catch (error) {
    // what stands in the file are secrets: only where the fault is
    const line = error instanceof Error && /at line (\d+)/.exec(error.message)?.[1];
    return { kind: 'faulty', fault: `not YAML${line ? `, line ${line}` : ''}` };
  }
}
