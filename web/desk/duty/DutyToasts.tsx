import { useEffect, useRef } from 'react';
import { useToast } from '../parts/Toast.tsx';
import { useDutyAlerts } from './data.ts';
import { useDutyWords } from './useDutyWords.ts';

/** Tells whoever is signed in, on every view, of each new alert; how many there are already when they come. */
export function DutyToasts() {
  const { t, where } = useDutyWords();
  const say = useToast();
  const alerts = useDutyAlerts();
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (alerts === undefined) return;
    const before = known.current;
    known.current = new Set([...(before ?? []), ...alerts.map(({ id }) => id)]);
    const waiting = alerts.filter(({ acknowledged }) => acknowledged === null);
    if (before === null) {
      if (waiting.length > 0) say(t.waiting(waiting.length), 'danger');
      return;
    }
    for (const each of waiting) {
      if (before.has(each.id)) continue;
      say(`${t.kinds[each.kind]}${t.colon}${[where(each), each.case ?? ''].join(' ').trim()}`, 'danger');
    }
  });
  return null;
}
