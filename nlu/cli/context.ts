import type { HearingContext } from '../heard.ts';

/** What is known beforehand of a text that comes alone. */
export const context = (): HearingContext => ({ language: 'zh-Hans', now: Date.now(), timeZone: 'Asia/Shanghai' });
