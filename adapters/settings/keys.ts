import type { Settings } from '../../bot/settings.ts';
import { parseKeyRing, sealer } from '../crypto/sealer.ts';

const ALLOWED = 'id:base64 of 32 bytes, several with commas, each id of 1 to 16 letters, digits, - or _ and once';

/** What is wrong with DATA_KEYS, without any part of a key. */
export function keyFaults({ DATA_KEYS: text }: Pick<Settings, 'DATA_KEYS'>): string[] {
  if (text === undefined) return [];
  try {
    sealer(parseKeyRing(text));
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message : 'something else';
    return [`DATA_KEYS: found ${text.length} characters: ${why}; allowed: ${ALLOWED}`];
  }
}
