import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import type { BotActivity } from '../../../bot/activity.ts';
import type { LogEntry } from '../../../bot/conversations.ts';
import type { Delivery, Reference } from '../../../bot/delivery.ts';
import type { Log } from '../../http/log.ts';
import type { AzureBot } from './bot.ts';
import { tighten } from './connector.ts';
import { quietly } from './quiet.ts';

/** Half-delivered batches remembered, so that trying again repeats nothing. */
const MOST_REMEMBERED = 10_000;

/**
 * Posts the bot's replies to the channel service a conversation came from. The stored address is checked again: it was
 * a caller's word once, and the rules may have changed since.
 */
export function createAzureDelivery(bot: AzureBot, log: Log): Delivery {
  const sentUpTo = new Map<string, number>();
  return {
    async deliver(reference, entries) {
      const to = conversationReference(reference);
      if (to === null || !bot.mayPostTo(to.serviceUrl)) return 'never';
      const key = `${to.channelId}\n${to.conversation.id}`;
      const from = sentUpTo.get(key) ?? 0;
      const waiting = entries.filter(
        ({ position, activity }) =>
          activity.from.role === 'bot' && position >= from && takes(to.channelId, activity.type),
      );
      if (waiting.length === 0) return 'sent';
      try {
        await quietly(() =>
          bot.adapter.continueConversationAsync(bot.appId, to, (context) =>
            sendInOrder(context, bot, waiting, (next) => remember(sentUpTo, key, next)),
          ),
        );
      } catch (error) {
        const outcome = outcomeOf(error);
        log.warn({ status: statusOf(error) ?? null, outcome }, 'a reply was not delivered');
        if (outcome === 'never') sentUpTo.delete(key);
        return outcome;
      }
      sentUpTo.delete(key);
      return 'sent';
    },
  };
}

/** Channels of people know no events, and one of them refuses the whole batch; programs follow the hand-off by them. */
const PROGRAMS: ReadonlySet<string> = new Set(['directline', 'webchat', 'emulator']);

function takes(channelId: string, type: BotActivity['type']): boolean {
  return type !== 'event' || PROGRAMS.has(channelId);
}

async function sendInOrder(
  context: TurnContext,
  bot: AzureBot,
  entries: readonly LogEntry[],
  sent: (next: number) => void,
): Promise<void> {
  tighten(context.turnState.get(bot.adapter.ConnectorClientKey));
  // A made-up id, which replies would else name as what they answer.
  Reflect.deleteProperty(context.activity, 'id');
  for (const { position, activity } of entries) {
    await context.sendActivity(outgoing(activity));
    sent(position + 1);
  }
}

function conversationReference(reference: Reference): ConversationReference | null {
  const { channelId, serviceUrl, conversation, from, recipient, locale } = reference;
  if (channelId === undefined || serviceUrl === undefined || conversation === undefined) return null;
  return {
    channelId,
    serviceUrl,
    conversation: {
      id: conversation.id,
      name: conversation.name ?? '',
      isGroup: conversation.isGroup ?? false,
      conversationType: conversation.conversationType ?? '',
      ...(conversation.tenantId === undefined ? {} : { tenantId: conversation.tenantId }),
    },
    bot: { id: recipient?.id ?? 'shouwen', name: recipient?.name ?? '' },
    ...(from === undefined ? {} : { user: { id: from.id, name: from.name ?? '' } }),
    ...(locale === undefined ? {} : { locale }),
  };
}

/** Only what the channel's schema knows; what is for our own page stays here. */
function outgoing(activity: BotActivity): Partial<Activity> {
  return {
    type: activity.type,
    ...(activity.text === undefined ? {} : { text: activity.text, textFormat: 'plain' }),
    ...(activity.locale === undefined ? {} : { locale: activity.locale }),
    ...(activity.name === undefined ? {} : { name: activity.name }),
    ...(activity.value === undefined ? {} : { value: activity.value }),
    ...(activity.attachments === undefined ? {} : { attachments: activity.attachments.map((each) => ({ ...each })) }),
    ...(activity.suggestedActions === undefined
      ? {}
      : { suggestedActions: { to: [], actions: activity.suggestedActions.actions.map((each) => ({ ...each })) } }),
  };
}

/** Refused for good: the conversation is gone or elsewhere, the bot blocked, or the activity not understood. */
function outcomeOf(error: unknown): 'later' | 'never' {
  const status = statusOf(error) ?? 0;
  return (status >= 300 && status < 400) || [400, 403, 404, 405, 410, 413, 415, 422].includes(status)
    ? 'never'
    : 'later';
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

function remember(sentUpTo: Map<string, number>, key: string, next: number): void {
  sentUpTo.delete(key);
  sentUpTo.set(key, next);
  const oldest = sentUpTo.keys().next().value;
  if (sentUpTo.size > MOST_REMEMBERED && oldest !== undefined) sentUpTo.delete(oldest);
}
