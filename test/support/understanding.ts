import type { Language } from '../../domain/ids.ts';
import type { HearingContext } from '../../nlu/heard.ts';
import { loadModel } from '../../nlu/model/load.ts';
import { createUnderstand } from '../../nlu/understand.ts';

/** The shipped understanding, loaded once for all tests of a process. */
export const understand = createUnderstand(loadModel());

export function hearingAt(language: Language, now = Date.parse('2026-11-21T10:00:00+08:00')): HearingContext {
  return { language, now, timeZone: 'Asia/Shanghai' };
}
