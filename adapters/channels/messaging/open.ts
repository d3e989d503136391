import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Settings } from '../../../bot/settings.ts';
import type { IdempotencyKey } from '../../../domain/ids.ts';
import type { Ledger } from '../../../domain/ledger.ts';
import { CHANNELS } from '../channels.ts';
import { type AccountSettings, readAccounts } from './accounts.ts';
import { ChannelFaulty, type Messaging, type MessagingHost, startMessaging } from './start.ts';

export interface MessagingOptions
  extends Pick<MessagingHost, 'server' | 'store' | 'intake' | 'uploads' | 'log' | 'now'> {
  readonly settings: Pick<Settings, 'CHANNELS_FILE' | 'DATA_DIR'>;
  readonly ledger: Pick<Ledger, 'customers'>;
}

/** Starts the accounts of CHANNELS_FILE. Throws `ChannelFaulty` with every fault; the file's place stands before them. */
export async function openMessaging(options: MessagingOptions): Promise<Messaging> {
  const { settings, ledger, ...host } = options;
  return startMessaging(CHANNELS, accountsOf(settings), {
    ...host,
    async consent({ channel, account, source, given, id, at }) {
      const customer = await ledger.customers.ofSource({ channel, account, sourceId: source }, at);
      const key = `${channel}/${account}/${id}/consent` as IdempotencyKey;
      await ledger.customers.recordConsent(customer, { purpose: 'service', channel, given }, key, at);
    },
  });
}

function accountsOf({ CHANNELS_FILE, DATA_DIR }: MessagingOptions['settings']): readonly AccountSettings[] {
  const path = CHANNELS_FILE ?? join(DATA_DIR, 'channels.yaml');
  if (!existsSync(path)) {
    if (CHANNELS_FILE === undefined) return [];
    throw new ChannelFaulty(`CHANNELS_FILE: there is no file ${path}`);
  }
  const read = readAccounts(contentOf(path));
  if (read.kind === 'faulty') throw new ChannelFaulty(read.faults.map((fault) => `${path}: ${fault}`).join('\n'));
  return read.accounts;
}

function contentOf(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    // what stands in the file are secrets: only where the fault is
    const line = error instanceof Error && /at line (\d+)/.exec(error.message)?.[1];
    throw new ChannelFaulty(`${path}: not YAML${line ? `, line ${line}` : ''}`);
  }
}
