import type { Signals } from '../../../bot/desk.ts';
import type { Hub } from '../../live/hub.ts';
import type { DeskDeps } from '../deps.ts';
import type { Viewers } from './viewers.ts';

/** What the console's socket stands on, beside what the operations of `/desk/api` do. */
export interface LiveDeps
  extends Pick<DeskDeps, 'guard' | 'ledger' | 'conversations' | 'intake' | 'zone' | 'now' | 'log'> {
  readonly signals: Signals;
  readonly hub: Pick<Hub, 'subscribe' | 'typing'>;
  /** The same that `/desk/api` reads. */
  readonly viewers: Viewers;
  /** A console was opened: somebody may take customers now. */
  readonly came: () => void;
  /** Between two pings of a socket, in milliseconds; 15 s unless given. */
  readonly keepAliveMs?: number;
  /** Between two looks whether the session still holds; 30 s unless given. */
  readonly sessionMs?: number;
}
