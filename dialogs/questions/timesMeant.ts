import { addDays, DAY_MS, type LocalDate, toInstant, toLocal } from '../../domain/manual/zone.ts';
import { wholeNumber } from '../../nlu/entities/numerals.ts';
import type { Heard, TimeValue } from '../../nlu/heard.ts';
import { all, futureTimes } from '../entities.ts';
import type { Scene } from '../scene.ts';

/** A stretch of time talked about before: a chosen slot, or a wish. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Words that name a day; a time without one is meant on the day talked about. */
const DAY_SAID =
  /[今明昨后後]天|[今明昨][早晚]|今日|明日|听日|聽日|大后|大後|[周週]|星期|[礼禮]拜|月|\d\s*[日号號]|[一二三四五六七八九十][日号號]|today|tonight|tomorrow|day|week|month|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|\d\s*[/-]\s*\d|\d(st|nd|rd|th)\b/i;
/** Longest stretch whose days are gone through. */
const DAYS = 14;

/** "Wait a moment" names no time. */
const HESITATES = /^(等一下|等下|等等|稍等|等我一下|等陣|a moment|one moment|a sec(ond)?|a minute)$/i;

const LATER = /往后|往後|推后|推後|延后|延後|推迟|推遲|顺延|順延|晚|later|after|back/i;
const SHIFT =
  /(往后|往後|推后|推後|延后|延後|推迟|推遲|顺延|順延|晚|往前|提前|提早|早)(?<n>[一两兩二三四五六七]|\d)个?個?(?<unit>天|日|周|週|星期|[礼禮]拜)|\b(?<en>a|one|two|three|four|five|\d) (?<what>days?|weeks?) (later|earlier|sooner)|(push|move|bring)( it)? (back|forward)( by)? (?<by>a|one|two|three|\d) (?<of>days?|weeks?)/iu;

/** "A day later", by the day talked about; null when nothing of the kind is said. */
function shifted(text: string, about: Stretch, zone: string): TimeValue | null {
  const said = SHIFT.exec(text.slice(0, 200));
  const groups = said?.groups;
  if (!said || !groups) return null;
  const many = groups.n ?? groups.en ?? groups.by ?? '';
  const count = /^an?$/i.test(many) ? 1 : (wholeNumber(many.toLowerCase()) ?? 1);
  const days = count * (/周|週|星期|拜|week/i.test(groups.unit ?? groups.what ?? groups.of ?? '') ? 7 : 1);
  const day = addDays(toLocal(about.from, zone).date, LATER.test(said[0]) ? days : -days);
  return { from: toInstant(day, 0, zone), to: toInstant(day, 1440, zone), precision: 'day', mod: null };
}

/** The times still to come that are meant: "in the afternoon" lies on the day that was talked about, not on today. */
export function timesMeant(said: Heard, about: Stretch | null, scene: Pick<Scene, 'now' | 'zone'>): TimeValue[] {
  const later = about === null ? null : shifted(said.text, about, scene.zone);
  if (later) return [later];
  const heard = { ...said, entities: said.entities.filter((e) => e.type !== 'time' || !HESITATES.test(e.text)) };
  const days = about === null ? [] : daysOf(about, scene.zone);
  const bare = all(heard, 'time').filter(({ text, values }) => {
    const clock = values.every(({ precision }) => precision === 'part' || precision === 'hour');
    return clock && !DAY_SAID.test(text);
  });
  if (days.length === 0 || bare.length === 0) return futureTimes(heard, scene.now);
  const moved = days.flatMap((day) =>
    bare.flatMap(({ values }) => values.map((value) => onDay(value, day, scene.zone))),
  );
  const rest = { ...heard, entities: heard.entities.filter((e) => e.type !== 'time' || !bare.includes(e)) };
  return [...moved.filter(({ to }) => to >= scene.now), ...futureTimes(rest, scene.now)];
}

function daysOf({ from, to }: Stretch, zone: string): LocalDate[] {
  const count = Math.ceil((to - from) / DAY_MS);
  if (count > DAYS) return [];
  const first = toLocal(from, zone).date;
  const last = toLocal(Math.max(from, to - 1), zone).date;
  return Array.from({ length: count + 1 }, (_, n) => addDays(first, n)).filter((day) => day <= last);
}

function onDay(value: TimeValue, day: LocalDate, zone: string): TimeValue {
  const from = toInstant(day, toLocal(value.from, zone).minutes, zone);
  return { ...value, from, to: from + (value.to - value.from) };
}

const SOONEST =
  /最早|最快|最近的?(时间|時間|一个|一個|那个|那個)?$|越早越好|越快越好|尽快|盡快|随便|隨便|都行|都可以|都得|[你您]们?[們]?(定|安排|决定|決定)|无所谓|無所謂|earliest|soonest|asap|as soon as|first available|any ?time|whenever|whatever|does ?n.?t matter|you (choose|decide|pick)|up to you/i;
/** Whether the customer leaves the choice to us, or wants the first there is. */
export function wantsSoonest({ text, language }: Heard): boolean {
  return text.length <= (language === 'en' ? 60 : 25) && SOONEST.test(text.trim().replace(/[。.!！吧啦]+$/u, ''));
}

const EARLIER = /早(一|些)?(点|點|些)|更早|再早|提前|提早|\b(earlier|sooner)\b/i;
const LATER_ONE = /(晚|迟|遲)(一|些)?(点|點|些)|更晚|再晚|靠后|靠後|往后|往後|\blater\b/i;
const PUTS_OFF = /再说|再說|再聊|再联系|再聯|再来|再來|再看|talk|maybe later|see you|until later|come back/i;
/** Whether another slot is wanted, earlier or later than those on offer, and no time is named. */
export function wayMeant({ text, language, entities }: Heard): 'earlier' | 'later' | null {
  const short = text.length <= (language === 'en' ? 50 : 20);
  if (!short || PUTS_OFF.test(text) || entities.some(({ type }) => type === 'time' || type === 'duration')) return null;
  if (SHIFT.test(text)) return null;
  if (EARLIER.test(text)) return 'earlier';
  return LATER_ONE.test(text) ? 'later' : null;
}
