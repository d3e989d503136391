import type { Redis } from 'ioredis';
import { list } from './answers.ts';

const WANTED = [
  ['appendonly', 'yes', 'nothing is written to disk'],
  ['appendfsync', 'always', 'the newest acknowledged writes are lost when the server or its machine dies'],
  ['maxmemory-policy', 'noeviction', 'conversations may be dropped when memory runs out'],
] as const;

/** Reasons, in English, why a server may lose acknowledged work; none when all is well. */
export async function safetyReasons(masters: readonly Redis[]): Promise<readonly string[]> {
  if (masters.length === 0) return ['no server can be asked for its settings'];
  const all = await Promise.all(masters.map(reasonsOf));
  return [...new Set(all.flat())];
}

async function reasonsOf(server: Redis): Promise<readonly string[]> {
  const reasons: string[] = [];
  for (const [name, wanted, consequence] of WANTED) {
    const is = await setting(server, name);
    if (is === null) reasons.push(`${name} is unknown: CONFIG GET is refused; it has to be ${wanted}`);
    else if (is !== wanted) reasons.push(`${name} is ${is} instead of ${wanted}: ${consequence}`);
  }
  return reasons;
}

async function setting(server: Redis, name: string): Promise<string | null> {
  try {
    const value = list(await server.call('config', ['get', name]))[1];
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
