import { numberIn } from '../support/answers.ts';
import type { History, Line } from './visitor.ts';

/**
 * What is wrong with a conversation, from what its own customer knows: everything acknowledged is there once and in the
 * order it was said, everything is answered, and the stream brought exactly the log. Empty when all is well.
 */
export function faultsOf({ conversation, acknowledged, streamed }: History, log: readonly Line[]): string[] {
  const faults: string[] = [];
  const wrong = (what: string) => faults.push(`${conversation}: ${what}`);
  const own = log.filter((line) => line.own);
  const order = own.map((line) => line.id).join(' ');
  if (order !== acknowledged.map((each) => each.id).join(' ')) {
    wrong(`acknowledged ${acknowledged.map((each) => each.id).join(' ')}, kept ${order}`);
  }
  for (const { id, text } of acknowledged) {
    if (own.find((line) => line.id === id)?.text !== text) wrong(`${id} has other words`);
  }
  log.forEach((line, i) => {
    if (line.position !== i) wrong(`position ${line.position} at place ${i}`);
    if (line.own && (log[i + 1]?.own ?? true)) wrong(`${line.id} has no answer`);
  });
  if (JSON.stringify(streamed) !== JSON.stringify(log)) wrong('the stream brought something else than the log');
  const told = numbersTold(log);
  if (new Set(told).size !== told.length) wrong(`a number told twice: ${told.join(' ')}`);
  return faults;
}

/** Case and booking numbers as the customer was told them when they were registered. */
export function numbersTold(log: readonly Line[]): string[] {
  return log.flatMap((line) => {
    if (!['faultTaken', 'complaintTaken', 'booked'].includes(line.name ?? '')) return [];
    return numberIn([{ from: 'bot', text: line.text }]) ?? [];
  });
}
