import { useId, useState } from 'preact/hooks';
import type { Day } from '../activity.ts';
import type { Texts } from '../texts.ts';

interface Props {
  readonly days: readonly Day[];
  readonly words: Texts;
  readonly onSay: (text: string) => void;
}

/** Days as radio buttons (arrow keys move between them), the chosen day's slots as buttons with the places left. */
export function SlotPicker({ days, words, onSay }: Props) {
  const name = useId();
  const [chosen, choose] = useState(() => Math.max(0, days.findIndex(free)));
  const slots = days[chosen]?.slots ?? [];
  return (
    <div class="picker">
      <fieldset>
        <legend>{words.day}</legend>
        <div class="days">
          {days.map((day, index) => (
            <label key={day.label}>
              <input type="radio" name={name} checked={index === chosen} onChange={() => choose(index)} />
              <span>{day.label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset class="slots" aria-label={words.slot}>
        {slots.map(({ label, value, left }) => (
          <button type="button" key={value} disabled={left <= 0} onClick={() => onSay(value)}>
            {label}
            <small>{left > 0 ? words.seats(left) : words.full}</small>
          </button>
        ))}
        {slots.length === 0 && <p>{words.noSlots}</p>}
      </fieldset>
    </div>
  );
}

function free(day: Day): boolean {
  return day.slots.some(({ left }) => left > 0);
}
