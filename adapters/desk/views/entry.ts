import { z } from 'zod';
import type { BotActivity } from '../../../bot/activity.ts';
import type { LogEntry } from '../../../bot/conversations.ts';
import { LANGUAGES, type Language } from '../../../domain/ids.ts';
import type { DeskDeps } from '../deps.ts';
import { fileUrl } from '../files/address.ts';
import type { entryView } from '../schemas.ts';
import { maskedInTurn } from './masked.ts';
import { iso } from './time.ts';
import { context } from './words.ts';

/** What our own side writes into `channelData.shouwen`: a bot's message by its name, an agent's with who and which. */
const mark = z.object({
  name: z.string().nullable().catch(null),
  card: z.unknown().optional(),
  agent: z.object({ id: z.string(), name: z.string() }).nullable().catch(null),
  clientId: z.string().nullable().catch(null),
});
/** Name of the bot's message that carries an agent's words. */
export const AGENT_MESSAGE = 'agentMessage';

export type EntryView = z.infer<typeof entryView>;

/** Who reads: `plain` for who has the customer and for supervisors; for others words are masked and cut, files closed. */
export interface EntryReader {
  readonly plain: boolean;
  /** Of the conversation. */
  readonly language: Language;
}

/** Lines of the transcript; events are not part of it. A long one to be masked does not keep everybody else waiting. */
export async function viewEntries(
  deps: Pick<DeskDeps, 'now' | 'zone'>,
  entries: readonly LogEntry[],
  reader: EntryReader,
): Promise<EntryView[]> {
  const views: EntryView[] = [];
  for (const { position, activity } of entries) {
    if (activity.type === 'message') views.push(await viewEntry(deps, position, activity, reader));
  }
  return views;
}

async function viewEntry(
  deps: Pick<DeskDeps, 'now' | 'zone'>,
  position: number,
  activity: BotActivity,
  { plain, language }: EntryReader,
): Promise<EntryView> {
  const { name, agent, clientId, card } = markOf(activity);
  const said = agent !== null && name === AGENT_MESSAGE;
  const text = activity.text ?? '';
  return {
    position,
    at: iso(Date.parse(activity.timestamp ?? '') || 0),
    from: activity.from.role === 'user' ? 'customer' : said ? 'agent' : 'bot',
    name: said ? agent.name : null,
    agent: said ? agent.id : null,
    message: said ? null : name,
    clientId: said ? clientId : null,
    text: plain ? text : await maskedInTurn(text, context(deps, language)),
    language: LANGUAGES.find((each) => each === activity.locale) ?? null,
    choices: activity.suggestedActions?.actions.map(({ title }) => title) ?? [],
    card: plain ? (card ?? null) : null,
    attachments: (activity.attachments ?? [])
      // some channels send each message a second time as HTML
      .filter(({ contentType }) => !contentType.startsWith('text/html'))
      .map(({ contentType, contentUrl, name: file }) => ({
        contentType,
        url: plain ? fileUrl(contentUrl ?? '') : '',
        name: plain ? (file ?? '') : '',
      })),
  };
}

/** Only of our own side: what a customer's client writes there is not believed. */
function markOf({ from, channelData }: BotActivity): z.infer<typeof mark> {
  const nothing = { name: null, card: null, agent: null, clientId: null };
  if (from.role === 'user') return nothing;
  return mark.safeParse(channelData?.shouwen).data ?? nothing;
}

/** Whether an agent's message with this id stands in some lines of the log. */
export function holdsMessage(entries: readonly LogEntry[], agent: string, clientId: string): boolean {
  return entries.some(({ activity }) => {
    const found = markOf(activity);
    return found.name === AGENT_MESSAGE && found.agent?.id === agent && found.clientId === clientId;
  });
}
