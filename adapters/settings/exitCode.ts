import { ChannelFaulty } from '../channels/messaging/start.ts';
import { StoreRefused } from '../storeFaults.ts';

/** Settings with faults; the message lists them all. */
export class SettingsFaulty extends Error {
  override readonly name = 'SettingsFaulty';
}

/** 2: somebody has to change the configuration; 1: something around it is not there now. */
export function exitCodeOf(error: unknown): 1 | 2 {
  const refused = [SettingsFaulty, StoreRefused, ChannelFaulty].some((kind) => error instanceof kind);
  return refused ? 2 : 1;
}
