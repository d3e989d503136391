import { BOOKING_PREFIX } from '../cases/number.ts';
import { COMPLAINT_CATEGORIES, FAULT_CATEGORIES } from '../labels.ts';
import { leastMs, parseDuration } from './duration.ts';
import { foldPlace } from './foldPlace.ts';
import type { Path } from './position.ts';
import type { Manual } from './schema.ts';
import { minutesOf } from './zone.ts';

/** Something the schema cannot see: a name that leads nowhere, a window upside down. */
export interface Misfit {
  readonly path: Path;
  readonly what: string;
}

/** Every reference and order in the manual that does not hold. */
export function misfits(manual: Manual): Misfit[] {
  return [
    ...teams(manual),
    ...places(manual),
    ...stages(manual),
    ...selfChecks(manual),
    ...windows(manual),
    ...prefixes(manual),
    ...clocks(manual),
    ...reminders(manual),
  ];
}

function known(path: Path, value: string, allowed: readonly string[]): Misfit[] {
  if (allowed.includes(value)) return [];
  return [{ path, what: `found "${value}", which is not defined; allowed: ${allowed.join(', ')}` }];
}

function teams(manual: Manual): Misfit[] {
  const allowed = Object.keys(manual.teams);
  return (['caseKinds', 'complaintCategories', 'severities', 'faultCategories', 'faultLevels'] as const).flatMap(
    (part) =>
      Object.entries(manual[part]).flatMap(([key, { team }]) =>
        team === undefined ? [] : known([part, key, 'team'], team, allowed),
      ),
  );
}

function places(manual: Manual): Misfit[] {
  const areas = manual.areas.map((area) => area.id);
  const branches = manual.branches.map((branch) => branch.id);
  const calls = manual.areas.flatMap((area, index) =>
    [...new Set([...Object.values(area.names), ...area.aliases].map(foldPlace))].map((name) => ({ index, name })),
  );
  return [
    ...twice(areas).map((index) => ({ path: ['areas', index, 'id'], what: `"${areas[index]}" is defined twice` })),
    ...twice(branches).map((index) => ({
      path: ['branches', index, 'id'],
      what: `"${branches[index]}" is defined twice`,
    })),
    ...twice(calls.map(({ name }) => name)).map((at) => ({
      path: ['areas', calls[at]?.index ?? 0, 'aliases'],
      what: `"${calls[at]?.name}" also names another area`,
    })),
    ...manual.branches.flatMap((branch, index) => known(['branches', index, 'area'], branch.area, areas)),
    ...(areas.includes('elsewhere') ? [] : [{ path: ['areas'], what: 'the area "elsewhere" is missing' }]),
  ];
}

/** Places in the list of values that an earlier one already has. */
function twice(values: readonly string[]): number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

function stages(manual: Manual): Misfit[] {
  const moves = Object.entries(manual.stages).flatMap(([from, { next }]) => next.map((to) => ({ from, to })));
  return Object.keys(manual.stages).flatMap((stage): Misfit[] => {
    const isReached = stage === 'registered' || moves.some(({ from, to }) => to === stage && from !== stage);
    const isLoop = moves.some(({ from, to }) => from === stage && to === stage);
    return [
      ...(isReached ? [] : [{ path: ['stages', stage], what: 'no stage leads here' }]),
      ...(isLoop ? [{ path: ['stages', stage, 'next'], what: 'leads to itself' }] : []),
    ];
  });
}

function selfChecks(manual: Manual): Misfit[] {
  const services = Object.keys(manual.services);
  const symptoms = Object.keys(manual.symptoms);
  return manual.selfChecks.flatMap((check, index) => [
    ...(check.services ?? []).flatMap((id, at) => known(['selfChecks', index, 'services', at], id, services)),
    ...(check.symptoms ?? []).flatMap((id, at) => known(['selfChecks', index, 'symptoms', at], id, symptoms)),
  ]);
}

function windows(manual: Manual): Misfit[] {
  const inOrder = (path: Path, list: readonly (readonly [string, string])[]): Misfit[] =>
    list.flatMap(([start, end], index): Misfit[] => {
      if (minutesOf(start) >= minutesOf(end))
        return [{ path: [...path, index], what: `${start} is not before ${end}` }];
      const former = list[index - 1]?.[1];
      if (former === undefined || minutesOf(former) <= minutesOf(start)) return [];
      return [{ path: [...path, index], what: `begins at ${start}, before the former one ends at ${former}` }];
    });
  return [
    ...(['desk', 'branches'] as const).flatMap((who) =>
      (['workingDays', 'otherDays'] as const).flatMap((on) => inOrder(['hours', who, on], manual.hours[who][on])),
    ),
    ...Object.entries(manual.slotPlans).flatMap(([kind, plan]) =>
      (['onWorkingDays', 'onOtherDays'] as const).flatMap((on) => inOrder(['slotPlans', kind, on], plan[on])),
    ),
  ];
}

function prefixes(manual: Manual): Misfit[] {
  const seen = new Map([[BOOKING_PREFIX, 'bookings']]);
  return Object.entries(manual.caseKinds).flatMap(([kind, { prefix }]): Misfit[] => {
    const taken = seen.get(prefix);
    seen.set(prefix, kind);
    return taken === undefined
      ? []
      : [{ path: ['caseKinds', kind, 'prefix'], what: `"${prefix}" is taken by ${taken}` }];
  });
}

function clocks(manual: Manual): Misfit[] {
  const categories = [...COMPLAINT_CATEGORIES, ...FAULT_CATEGORIES];
  return Object.entries(manual.clocks).flatMap(([id, clock]) => {
    const isLater = leastMs(parseDuration(clock.target)) > leastMs(parseDuration(clock.limit));
    return [
      ...(clock.category === undefined ? [] : known(['clocks', id, 'category'], clock.category, categories)),
      ...(isLater
        ? [{ path: ['clocks', id, 'limit'], what: `found "${clock.limit}", shorter than the target "${clock.target}"` }]
        : []),
    ];
  });
}

function reminders(manual: Manual): Misfit[] {
  return Object.entries(manual.slotPlans).flatMap(([kind, plan]) =>
    parseDuration(plan.remindBefore).in === 'time'
      ? []
      : [{ path: ['slotPlans', kind, 'remindBefore'], what: `found "${plan.remindBefore}"; wanted: min, h or days` }],
  );
}
