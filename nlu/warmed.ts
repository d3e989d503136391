import type { Understand } from './heard.ts';

/** Reads once what makes every part of the reading load and compile, so that no customer's turn waits for it. */
export function warmed(understand: Understand, timeZone: string): Understand {
  const words = ['第三季度我要报修', 'the first Monday of next month', '明天下午三点，我姓陈，电话13800138000'];
  for (const text of words) understand(text, { language: 'zh-Hans', now: Date.now(), timeZone });
  return understand;
}
