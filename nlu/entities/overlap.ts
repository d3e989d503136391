import type { Entity, EntityType } from '../heard.ts';

/** Which reading of the same words is kept: lower first, then the longer. Devices and services may share words with each other. */
const RANK: Readonly<Record<EntityType, number>> = {
  caseNumber: 0,
  account: 1,
  phone: 2,
  address: 3,
  money: 4,
  time: 5,
  duration: 6,
  name: 7,
  device: 8,
  service: 9,
};

/** Readings without overlaps (device and service aside), sorted by start. Costs n log n. */
export const withoutOverlaps = (entities: readonly Entity[], length: number): Entity[] => {
  const taken = new Uint8Array(length + 1);
  const kept: Entity[] = [];
  const ordered = [...entities].sort(
    (a, b) => RANK[a.type] - RANK[b.type] || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  for (const entity of ordered) {
    const mark = entity.type === 'device' ? 2 : entity.type === 'service' ? 4 : 1;
    const blocking = mark === 1 ? 7 : 1 | mark;
    if (isTaken(taken, entity, blocking)) continue;
    for (let i = entity.start; i < entity.end; i++) taken[i] = (taken[i] ?? 0) | mark;
    kept.push(entity);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
};

const isTaken = (taken: Uint8Array, { start, end }: Entity, marks: number): boolean => {
  for (let i = start; i < end; i++) if (((taken[i] ?? 0) & marks) !== 0) return true;
  return false;
};
