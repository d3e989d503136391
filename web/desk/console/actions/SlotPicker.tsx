import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api.ts';
import { clockTime, dayKey, dayName } from '../../lib/format.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { KEYS } from '../../lib/queries.ts';
import { Radios } from '../../parts/Radios.tsx';
import { actionTexts } from './texts.ts';

interface Slot {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly left: number;
}

/** Free times of a kind at a place; asked for anew each time, for others book too. */
export function useSlots(kind: string, place: string | null) {
  return useQuery({
    queryKey: KEYS.slots(kind, place ?? ''),
    queryFn: () =>
      call<{ slots: Slot[] }>('GET', `/slots?${new URLSearchParams({ kind, place: place ?? '' })}`).then(
        ({ slots }) => slots,
      ),
    enabled: place !== null,
    staleTime: 0,
  });
}

interface Props {
  readonly slots: readonly Slot[] | undefined;
  readonly value: string | null;
  readonly onChange: (slot: string) => void;
}

export function SlotPicker({ slots, value, onChange }: Props) {
  const words = useTexts(actionTexts);
  const language = useLanguage();
  if (slots === undefined) return <p className="quiet">{words.loading}</p>;
  if (slots.length === 0) return <p className="notice">{words.noSlots}</p>;
  const days = Map.groupBy(slots, ({ start }) => dayKey(start));
  return (
    <div className="slot-days">
      {[...days].map(([key, free]) => (
        <Radios
          key={key}
          label={`${words.slot} · ${dayName(free[0]?.start ?? '', language, Date.now())}`}
          className="slots"
          value={free.some(({ id }) => id === value) ? value : null}
          onChange={onChange}
          options={free.map(({ id, start, end, left }) => ({
            id,
            disabled: left <= 0,
            name: (
              <>
                <span className="number">{`${clockTime(start, language)}–${clockTime(end, language)}`}</span>
                <small className="quiet">{words.slotLeft(left)}</small>
              </>
            ),
          }))}
        />
      ))}
    </div>
  );
}
