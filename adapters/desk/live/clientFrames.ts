import type { RawData } from 'ws';
import type { Instant } from '../../../domain/ids.ts';
import { type ClientFrame, clientFrame } from '../schemas.ts';

/** Bytes of one frame. */
export const FRAME_BYTES = 8 * 1024;
const PER_SECOND = 50;

/** A frame of the console; null for anything else. */
export function readClientFrame(data: RawData, isBinary: boolean): ClientFrame | null {
  if (isBinary) return null;
  try {
    return clientFrame.safeParse(JSON.parse(String(data))).data ?? null;
  } catch {
    return null;
  }
}

/** Whether one more frame may come now: 50 in each second. */
export function frameBudget(now: () => Instant): () => boolean {
  let second = 0;
  let taken = 0;
  return () => {
    const current = Math.floor(now() / 1000);
    if (current !== second) [second, taken] = [current, 0];
    taken += 1;
    return taken <= PER_SECOND;
  };
}
