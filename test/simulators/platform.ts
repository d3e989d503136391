import type { AccountSettings } from '../../adapters/channels/messaging/accounts.ts';

/** A message as a customer's app shows it. */
export interface Shown {
  readonly text: string;
  /** Labels that can be pressed. */
  readonly choices: readonly string[];
  /** Bytes of a picture. */
  readonly image?: Buffer;
}

/** One request of the platform to an instance, made once and sent any number of times; resolves with the HTTP status. */
export type Push = (base: string) => Promise<number>;

export interface PushOptions {
  /** The platform's id of the message; a new one when left out. */
  readonly id?: string;
}

/** Somebody with the app open. */
export interface PlatformCustomer {
  /** The platform's id of them. */
  readonly source: string;
  readonly shown: readonly Shown[];
  says(text: string, options?: PushOptions): Push;
  /** Presses a button; where there are none, its label is said. */
  presses?(label: string): Push;
}

/** The platform of a channel, as far as a test or a person at a terminal needs it. */
export interface Platform {
  /** The account's entry in `channels.yaml`. */
  readonly account: AccountSettings;
  customer(source?: string): PlatformCustomer;
  close(): Promise<void>;
}

/** What `test/simulators/<channel>.ts` exports. */
export interface Simulator {
  open(now?: () => number): Promise<Platform>;
}
