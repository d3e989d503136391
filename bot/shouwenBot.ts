import {
  type Activity,
  ActivityHandler,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import type { BotActivity } from './activity.ts';
import { BOT_ACCOUNT, render } from './render.ts';
import type { ConversationState } from './state.ts';
import { turn } from './turn.ts';
import type { TurnInput, TurnPorts, TurnResult } from './world.ts';

/** What a handler reads and leaves in the turn's context. */
interface Desk {
  readonly before: ConversationState | null;
  readonly input: TurnInput;
  result: TurnResult | null;
}
const DESK = Symbol('turn');

/** Collects replies instead of sending them: they are committed with the state first and delivered afterwards. */
class CollectingAdapter extends BotAdapter {
  readonly collected = new WeakMap<TurnContext, Partial<Activity>[]>();

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const replies = this.collected.get(context) ?? [];
    replies.push(...activities);
    this.collected.set(context, replies);
    return activities.map(() => ({ id: '' }));
  }
  override async updateActivity(): Promise<ResourceResponse | undefined> {
    throw new Error('replies are not changed once said');
  }
  override async deleteActivity(): Promise<void> {
    throw new Error('replies are not taken back');
  }
  override async continueConversation(
    _reference: Partial<ConversationReference>,
    _logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    throw new Error('a conversation is continued through its inbox');
  }
}

/** The bot as Bot Framework knows it: one handler for messages, arrivals and events, all of them the same turn. */
class ShouwenBot extends ActivityHandler {
  constructor(ports: TurnPorts) {
    super();
    const handle = async (context: TurnContext, next: () => Promise<void>) => {
      const desk = context.turnState.get<Desk>(DESK);
      if (!desk) throw new Error('a turn without its conversation');
      desk.result = await turn(desk.before, desk.input, ports);
      const replies = render(desk.result.says, desk.result.state?.language ?? 'zh-Hans', ports.zone);
      if (replies.length > 0) await context.sendActivities(replies.map(toSdk));
      await next();
    };
    this.onMessage(handle);
    this.onConversationUpdate(handle);
    this.onEvent(handle);
    this.onEndOfConversation(handle);
  }
}

/** A turn's outcome as it is committed. */
export interface Answered {
  readonly state: ConversationState | null;
  readonly replies: readonly BotActivity[];
  readonly result: TurnResult | null;
}
export type Respond = (before: ConversationState | null, input: TurnInput) => Promise<Answered>;

/** Runs one inbound activity through the bot. Same stored conversation, message and clock give the same replies. */
export function createRespond(ports: TurnPorts): Respond {
  const adapter = new CollectingAdapter();
  const bot = new ShouwenBot(ports);
  return async (before, input) => {
    const context = new TurnContext(adapter, {
      ...input.activity,
      conversation: { id: input.conversation },
    } as unknown as Partial<Activity>);
    const desk: Desk = { before, input, result: null };
    context.turnState.set(DESK, desk);
    await bot.run(context);
    const replies = (adapter.collected.get(context) ?? []).map(fromSdk);
    return { state: desk.result?.state ?? before, replies, result: desk.result };
  };
}

/** The SDK's own Activity type has mutable arrays and enums where ours has literals. */
function toSdk(reply: BotActivity): Partial<Activity> {
  return reply as unknown as Partial<Activity>;
}

const agentOf = z.object({
  shouwen: z.object({ name: z.literal('agentMessage'), agent: z.object({ id: z.string(), name: z.string() }) }),
});

/**
 * Sender and addressing are set by the SDK from the inbound activity; we keep what was said and set the sender ourselves:
 * the bot, or the agent whose words they are.
 */
function fromSdk(sent: Partial<Activity>): BotActivity {
  const { type, text, textFormat, locale, name, value, attachments, suggestedActions, channelData } =
    sent as unknown as Partial<BotActivity>;
  const agent = agentOf.safeParse(channelData).data?.shouwen.agent;
  return {
    type: type ?? 'message',
    from: agent ? { ...agent, role: 'bot' } : BOT_ACCOUNT,
    ...(text === undefined ? {} : { text }),
    ...(textFormat === undefined ? {} : { textFormat }),
    ...(locale === undefined ? {} : { locale }),
    ...(name === undefined ? {} : { name }),
    ...(value === undefined ? {} : { value }),
    ...(attachments === undefined ? {} : { attachments }),
    ...(suggestedActions === undefined ? {} : { suggestedActions: { actions: suggestedActions.actions } }),
    ...(channelData === undefined ? {} : { channelData }),
  };
}
