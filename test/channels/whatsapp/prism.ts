import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../support/ports.ts';

/** Meta's own description of the API, beside this project where it was fetched. */
export const META_FILE = fileURLToPath(
  new URL('../../../../shared/data/whatsapp/business-messaging-api_v23.0.yaml', import.meta.url),
);
const PRISM = fileURLToPath(new URL('../../../node_modules/.bin/prism', import.meta.url));

/** Whether it is there; says so where not, for the test that skips. */
export function hasMetaFile(): boolean {
  const there = existsSync(META_FILE);
  if (!there) console.log('      skipped: Meta’s file is not beside this project');
  return there;
}

export interface Prism {
  readonly url: string;
  /** What it said against requests and answers. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Prism with Meta's file: answers by itself, or hands on to `upstream` what the file allows, and its answers back. */
export async function openPrism(upstream: string | null = null): Promise<Prism> {
  const port = await freePort();
  const how = upstream === null ? ['mock', META_FILE] : ['proxy', META_FILE, upstream];
  const child = spawn(process.execPath, [PRISM, ...how, '-p', String(port), '--errors'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const complaints: string[] = [];
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  child.once('exit', () => reject(new Error('Prism ended')));
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    if (chunk.includes('is listening')) resolve();
    complaints.push(...chunk.split('\n').filter((line) => /violation/i.test(line)));
  });
  await listening;
  return {
    url: `http://127.0.0.1:${port}`,
    complaints,
    async close() {
      if (child.exitCode !== null) return;
      child.kill();
      await once(child, 'exit');
    },
  };
}
