import type { LogEntry } from '../../bot/conversations.ts';

/** A conversation's log as the source of a transcript test: what the customer wrote, and the names of what the bot said. */
export function transcript(title: string, entries: readonly LogEntry[]): string {
  const lines: string[] = [];
  let names: string[] = [];
  const flush = () => {
    if (names.length > 0) lines.push(`    .bot(${names.map((name) => quoted(name)).join(', ')})`);
    names = [];
  };
  for (const { activity } of entries) {
    if (activity.from.role === 'user') {
      flush();
      if (activity.text !== undefined) lines.push(`    .customer(${quoted(activity.text)})`);
    } else {
      names.push(nameOf(activity.channelData));
    }
  }
  flush();
  return `it(${quoted(title)}, () =>\n  talk()\n${lines.join('\n')});\n`;
}

function nameOf(data: Readonly<Record<string, unknown>> | undefined): string {
  const own = data?.shouwen;
  return typeof own === 'object' && own !== null && 'name' in own && typeof own.name === 'string'
    ? own.name
    : 'unnamed';
}

/** A single-quoted literal; JSON escapes everything but the quote. */
function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
