import type { Names } from '../../domain/ids.ts';
import { type Say, say } from '../../locales/messages.ts';
import type { Heard } from '../../nlu/heard.ts';
import { first, restLength } from '../entities.ts';
import { asksWhy, evades, refuses } from '../evasion.ts';
import { type Question, read } from '../form.ts';
import { sayable } from '../words.ts';
import { yesNo } from '../yesNo.ts';

/** Longest place kept, in UTF-16 units. */
const PLACE_LIMIT = 200;

/** Longest answer that is taken as nothing but the place asked for, in UTF-16 units. */
const PLACE_ALONE = 60;
const ADDRESS = /地址|住址|住(在)?哪|門牌|门牌|address|where i live/i;
const SAID_BEFORE =
  /^(我的|我家|我们|我們|我)?(地址|住址|位置)?(是|在|就在|住在|：|:)\s*(?=.{4})|^(my address is|the address is|address:?|i live at|it'?s at|at) +/iu;

/** An address with what belongs to it: further parts right beside it, and the rest of a door number up to the next mark. */
function withDoor(heard: Heard, address: { start: number; end: number }): string {
  let end = address.end;
  for (const e of heard.entities) if (e.type === 'address' && e.start >= end && e.start - end <= 2) end = e.end;
  const next = Math.min(heard.text.length, ...heard.entities.filter((e) => e.start >= end).map((e) => e.start));
  const more = /^[^\s\p{P}]{1,24}/u.exec(heard.text.slice(end, next))?.[0] ?? '';
  const door = /^.*?\d+(号|號|栋|棟|座|幢|楼|樓|层|層|室|弄|巷)?([\d-]+(室|楼|樓)?)?/u.exec(more)?.[0] ?? '';
  return (heard.text.slice(address.start, end) + door).trim();
}

/** A place in the customer's words: an address when one is said anywhere; when asked, any phrase of some length. */
export function placeQuestion<A, F>(
  label: Names,
  ask: () => Say,
  when?: Question<A, string, F>['when'],
): Question<A, string, F> {
  return {
    label,
    free: 'words',
    ...(when ? { when } : {}),
    ask,
    objection: (heard, asked) => {
      const meant = (asked || ADDRESS.test(heard.text)) && !first(heard, 'address');
      return meant && (refuses(heard) || asksWhy(heard)) ? say('whyPlace') : null;
    },
    read: (heard, manner) => {
      const address = first(heard, 'address');
      const alone = !heard.entities.some((e) => e.type === 'phone' || e.type === 'name' || e.type === 'time');
      const whole = manner === 'asked' && alone && heard.text.length <= PLACE_ALONE;
      if (address && !whole) return read(withDoor(heard, address).slice(0, PLACE_LIMIT));
      if (manner !== 'asked' || yesNo(heard) !== null || evades(heard)) return undefined;
      const said = heard.text
        .trim()
        .replace(SAID_BEFORE, '')
        .replace(/[。.!！]+$/u, '');
      const more = restLength(heard, ['time', 'duration', 'phone', 'money']) > 1;
      return more && sayable(said) ? read(said.slice(0, PLACE_LIMIT)) : undefined;
    },
  };
}
