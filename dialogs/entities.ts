import type { Entity, EntityType, Heard, TimeValue } from '../nlu/heard.ts';

/** The first entity of a type. */
export function first<T extends EntityType>(heard: Heard, type: T): Extract<Entity, { type: T }> | undefined {
  return heard.entities.find((e): e is Extract<Entity, { type: T }> => e.type === type);
}

export function all<T extends EntityType>(heard: Heard, type: T): Extract<Entity, { type: T }>[] {
  return heard.entities.filter((e): e is Extract<Entity, { type: T }> => e.type === type);
}

/** The readings of all time entities that lie in the future: for bookings. */
export function futureTimes(heard: Heard, now: number): TimeValue[] {
  return all(heard, 'time').flatMap((e) => {
    const future = e.values.filter((v) => v.to > now || (v.from === v.to && v.from >= now));
    return future.slice(0, 1);
  });
}

/** The latest reading of a time that has begun: for faults. */
export function pastTime(heard: Heard, now: number): TimeValue | undefined {
  return all(heard, 'time')
    .flatMap((e) => e.values)
    .filter((v) => v.from <= now)
    .sort((a, b) => b.from - a.from)[0];
}

/** What is left of the text when entities of these types are cut out, without blanks and marks. */
export function restOf(heard: Heard, types: readonly EntityType[]): string {
  let text = heard.text;
  for (const e of heard.entities.toSorted((a, b) => b.start - a.start)) {
    if (types.includes(e.type)) text = text.slice(0, e.start) + text.slice(e.end);
  }
  return text.replace(/[\s\p{P}]/gu, '');
}

/** How much that is, in characters. */
export function restLength(heard: Heard, types: readonly EntityType[]): number {
  return restOf(heard, types).length;
}
