import { findEntities } from '../../../nlu/entities/index.ts';
import type { Entity, EntityType, HearingContext, TimeEntity } from '../../../nlu/heard.ts';

/** Wednesday 18 November 2026, 10:00 in Shanghai. */
export const NOW = Date.parse('2026-11-18T10:00:00+08:00');
export const HANS: HearingContext = { language: 'zh-Hans', now: NOW, timeZone: 'Asia/Shanghai' };
export const HANT: HearingContext = { language: 'zh-Hant', now: NOW, timeZone: 'Asia/Hong_Kong' };
export const EN: HearingContext = { language: 'en', now: NOW, timeZone: 'Asia/Shanghai' };

const EIGHT_HOURS = 8 * 3_600_000;
const local = (instant: number): string => {
  const text = new Date(instant + EIGHT_HOURS).toISOString().slice(2, 16).replace('T', ' ');
  return text.endsWith(' 00:00') ? text.slice(0, 8) : text;
};

/** A time as its readings, such as `26-11-19 15:00 hour` or `26-11-20..26-11-21 day before`. */
export const readings = ({ values }: TimeEntity): string[] =>
  values.map(({ from, to, precision, mod }) =>
    [from === to ? local(from) : `${local(from)}..${local(to)}`, precision, mod]
      .filter((part) => part !== null)
      .join(' '),
  );

/** Times and durations of a text, one line each: the words, then the readings. */
export const times = (text: string, context: HearingContext = HANS): string[] =>
  findEntities(text, context).flatMap((entity) => {
    if (entity.type === 'time') return [`${entity.text} = ${readings(entity).join(' | ')}`];
    return entity.type === 'duration' ? [`${entity.text} = ${entity.ms / 3_600_000} h`] : [];
  });

/** The words and values of one type. */
export const found = <T extends EntityType>(
  type: T,
  text: string,
  context: HearingContext = HANS,
): Extract<Entity, { type: T }>[] =>
  findEntities(text, context).filter((entity): entity is Extract<Entity, { type: T }> => entity.type === type);
