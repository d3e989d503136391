import type { Conversations } from '../../bot/conversations.ts';
import { customerTyping } from '../../bot/customerTyping.ts';
import { Dispatcher } from '../../bot/dispatcher.ts';
import { announce } from '../../bot/handoffNews.ts';
import type { Intake } from '../../bot/intake.ts';
import type { ConversationState } from '../../bot/state.ts';
import type { ConversationId, Instant } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Manual } from '../../domain/manual/schema.ts';
import type { Log } from '../http/log.ts';
import type { HttpServer } from '../http/server.ts';
import type { Hub } from '../live/hub.ts';
import { createSignals } from '../live/signals.ts';
import type { Uploads } from '../uploads/store.ts';
import { registerAccounts } from './accounts/register.ts';
import { type DeskOperation, registerDeskOperations } from './auth/deskOperation.ts';
import { createGuard } from './auth/guard.ts';
import type { OidcSettings } from './auth/oidc.ts';
import type { ChannelKnowledge } from './limits.ts';
import { eventsOperation } from './live/operation.ts';
import { passTyping } from './live/passTyping.ts';
import { registerDeskEvents } from './live/register.ts';
import { createViewers } from './live/viewers.ts';
import { registerDesk } from './register.ts';

export interface DeskOptions {
  readonly server: HttpServer;
  readonly ledger: Ledger;
  readonly conversations: Conversations;
  readonly intake: Intake;
  readonly uploads: Uploads;
  readonly hub: Hub;
  readonly manual: Manual;
  /** IANA zone of the operator. */
  readonly zone: string;
  readonly publicUrl: string | null;
  readonly redisUrl: string | null;
  readonly oidc: OidcSettings | null;
  readonly channels: ChannelKnowledge;
  readonly log: Log;
  readonly now: () => Instant;
  /** Something failed in the background that no caller sees. */
  readonly failed: (error: unknown) => void;
}

/** The desk of one process: its API, its live events, and what moves by itself. */
export interface Desk {
  readonly operations: readonly DeskOperation[];
  /** A customer is writing, as their channel says. */
  typing(conversation: ConversationId): void;
  /** After a turn: what was said or asked for there concerns the desk. */
  answered(state: ConversationState | null): void;
  start(): void;
  stop(): Promise<void>;
}

/** Mounts the desk on the server; nothing moves before `start`. */
export function openDesk(options: DeskOptions): Desk {
  const { server, ledger, intake, manual, zone, publicUrl, oidc, log, now, failed } = options;
  const signals = createSignals(options.redisUrl, failed);
  const viewers = createViewers(signals, now);
  const dispatcher = new Dispatcher({ ledger, manual, zone, intake, signals, now, failed });
  const guard = createGuard({ ledger, publicUrl, now });
  // whoever took, gave back or came: the queue may move on
  const end = signals.listen(({ kind }) => {
    if (kind === 'desk') dispatcher.poke();
  });
  const shared = {
    ...{ guard, ledger, intake, manual, zone, now, signals, log },
    ...{ conversations: options.conversations, uploads: options.uploads },
  };
  const work = registerDesk(server, {
    ...shared,
    oidc: oidc !== null,
    channels: options.channels,
    viewers: (conversation) => viewers.of(conversation),
    changed: async (handoff) => {
      signals.send({ kind: 'desk' });
      await announce(intake, handoff, now()).catch(failed);
    },
  });
  const accounts = registerAccounts(server, { guard, ledger, manual, now, signals, publicUrl, oidc });
  const events = eventsOperation(guard);
  registerDeskOperations(server, [events], guard);
  registerDeskEvents(server, {
    ...shared,
    ...{ hub: options.hub, viewers, came: () => dispatcher.poke() },
    signals: passTyping(signals, options.channels.typing),
  });
  return {
    operations: [...accounts, ...work, events],
    typing: customerTyping({ signals, isHeld: (conversation) => dispatcher.isHeld(conversation), now }),
    answered(state) {
      if (state !== null && state.with.kind !== 'bot') signals.send({ kind: 'desk' });
    },
    start: () => dispatcher.start(),
    async stop() {
      end();
      await dispatcher.stop();
      viewers.close();
      signals.close();
    },
  };
}
