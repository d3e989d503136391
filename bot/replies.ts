import type { HandoffReason } from '../domain/desk/handoff.ts';
import type { Say } from '../locales/messages.ts';
import type { AgentName, DeskNews } from './desk.ts';
import type { OutageSays } from './outages/words.ts';

/** An agent's words, as they wrote them. */
export interface AgentSays {
  readonly name: 'agentMessage';
  readonly agent: AgentName;
  readonly handoff: string;
  /** The console's id of it. */
  readonly clientId: string;
  readonly text: string;
  readonly files: DeskNews['handoff.message']['files'];
}

/** Told to the page beside the words (Bot Framework's hand-off protocol): where the customer stands. */
export interface HandoffStatus {
  readonly name: 'handoff.status';
  readonly value: {
    readonly handoff: string;
    readonly state: 'waiting' | 'accepted' | 'completed' | 'failed';
    /** The agent's name. */
    readonly agent?: string;
    readonly position?: number;
    /** Null: nobody is at the desk. */
    readonly waitSeconds?: number | null;
  };
}

/** Bot Framework's hand-off protocol: the bot calls a person. */
export interface HandoffInitiated {
  readonly name: 'handoff.initiate';
  readonly value: {
    readonly handoff: string;
    readonly team: string;
    readonly language: string;
    readonly reason: HandoffReason;
  };
}

/** Told to the page: how far in the log the agent has read. */
export interface HandoffRead {
  readonly name: 'handoff.read';
  readonly value: { readonly position: number };
}

/** All that a turn may put into the log. */
export type Reply = Say | AgentSays | HandoffStatus | HandoffInitiated | HandoffRead | OutageSays;

export function status(handoff: string, value: Omit<HandoffStatus['value'], 'handoff'>): HandoffStatus {
  return { name: 'handoff.status', value: { handoff, ...value } };
}
