import type { Activity } from './activity.ts';
import { get, text } from './activity.ts';

/** Where a waiting customer stands: from 1, and the seconds to wait; null when nobody is there to take them. */
export interface Place {
  readonly position: number;
  readonly waitSeconds: number | null | undefined;
}

/** Who answers the customer now. */
export type Attendance =
  | { readonly with: 'bot' }
  | {
      readonly with: 'waiting';
      readonly handoff: string;
      /** Milliseconds since 1970, by the server's clock. */
      readonly since: number;
      readonly place: Place | undefined;
      /** The place as it was when it last changed, unless the bot has put it into words: worth reading out once. */
      readonly news: Place | undefined;
    }
  | { readonly with: 'agent'; readonly handoff: string; readonly name: string };

interface Known {
  readonly now: Attendance;
  /** Hand-offs that are over: what still comes of them changes nothing. */
  readonly ended: readonly string[];
}

const BOT: Attendance = { with: 'bot' };
const LONGEST_NAME = 200;

/** Derived from the log alone, so that a reload finds the same: the newest status of a hand-off that is not over. */
export function attendance(log: readonly Activity[]): Attendance {
  return log.reduce(follow, { now: BOT, ended: [] }).now;
}

/** Events of the hand-off, which stand in the log beside the messages. */
export function isStatus({ type, name, speaker }: Activity): boolean {
  return type === 'event' && name === 'handoff.status' && speaker.role === 'bot';
}

/** How far an agent has read, as a place in the log; 0 when the activity does not tell. */
export function readUpTo({ type, name, speaker, value }: Activity): number {
  const position = get(value, 'position');
  const tells = type === 'event' && name === 'handoff.read' && speaker.role !== 'customer';
  return tells && typeof position === 'number' && Number.isSafeInteger(position) ? position : 0;
}

function follow(known: Known, activity: Activity): Known {
  if (activity.said === 'handoffPlace') return { ...known, now: worded(known.now) };
  const handoff = text(get(activity.value, 'handoff'));
  if (!isStatus(activity) || handoff === '' || known.ended.includes(handoff)) return known;
  switch (get(activity.value, 'state')) {
    case 'waiting':
      return { ...known, now: waiting(known.now, handoff, activity) };
    case 'accepted': {
      const name = text(get(activity.value, 'agent')).trim().slice(0, LONGEST_NAME);
      return { ...known, now: { with: 'agent', handoff, name } };
    }
    case 'completed':
    case 'failed': {
      const other = known.now.with !== 'bot' && known.now.handoff !== handoff;
      return { now: other ? known.now : BOT, ended: [...known.ended, handoff] };
    }
    default:
      return known;
  }
}

function waiting(before: Attendance, handoff: string, { at, value }: Activity): Attendance {
  const goesOn = before.with === 'waiting' && before.handoff === handoff;
  const place = readPlace(value);
  const since = goesOn ? before.since : at;
  const same = goesOn && before.place?.position === place?.position;
  return { with: 'waiting', handoff, since, place, news: same ? before.news : place };
}

function worded(now: Attendance): Attendance {
  return now.with === 'waiting' ? { ...now, news: undefined } : now;
}

function readPlace(value: unknown): Place | undefined {
  const position = get(value, 'position');
  if (typeof position !== 'number' || !Number.isSafeInteger(position) || position < 1) return undefined;
  const wait = get(value, 'waitSeconds');
  const known = wait === null || (typeof wait === 'number' && Number.isFinite(wait) && wait >= 0);
  return { position, waitSeconds: known ? wait : undefined };
}
