import { useTexts } from '../../lib/language.tsx';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import type { Faults } from './draft.ts';
import { DAY_KINDS, type Hours, MOST_SPANS, nextSpan, type Span, type SpanFaults, tidyTime } from './hours.ts';
import { texts } from './texts.ts';

interface Props {
  readonly hours: Hours;
  readonly faults: Faults['hours'];
  readonly onChange: (hours: Hours) => void;
}

/** Spans of the day, for working days and for others. */
export function HoursEditor({ hours, faults, onChange }: Props) {
  const t = useTexts(texts);
  return (
    <div className="hours-editor">
      {DAY_KINDS.map((kind) => (
        <DayKind
          key={kind}
          name={t[kind]}
          spans={hours[kind]}
          faults={faults[kind]}
          onChange={(spans) => onChange({ ...hours, [kind]: spans })}
        />
      ))}
      <p className="field-about">{t.toHint}</p>
    </div>
  );
}

interface DayProps {
  readonly name: string;
  readonly spans: readonly Span[];
  readonly faults: readonly SpanFaults[];
  readonly onChange: (spans: Span[]) => void;
}

function DayKind({ name, spans, faults, onChange }: DayProps) {
  const t = useTexts(texts);
  const next = nextSpan(spans);
  const words = (at: number, end: 'from' | 'to') => {
    const fault = faults[at]?.[end];
    return fault === undefined ? null : t[fault];
  };
  const put = (at: number, [from, to]: Span) =>
    onChange(spans.map((each, index) => (index === at ? [tidyTime(from), tidyTime(to)] : each)));
  return (
    <fieldset className="day-kind">
      <legend>{name}</legend>
      {spans.length === 0 && <p className="quiet">{t.closedDay}</p>}
      {spans.map(([from, to], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: spans have no other name, and are only changed in place
        <div className="hours-span" key={at}>
          <Field
            label={t.from}
            value={from}
            onChange={(text) => put(at, [text, to])}
            error={words(at, 'from')}
            maxLength={5}
          />
          <Field
            label={t.to}
            value={to}
            onChange={(text) => put(at, [from, text])}
            error={words(at, 'to')}
            maxLength={5}
          />
          <Button
            label={t.removeWindow(`${from}–${to}`)}
            icon="cross"
            iconOnly
            variant="plain"
            onPress={() => onChange(spans.filter((_span, index) => index !== at))}
          />
        </div>
      ))}
      {next !== null && <Button label={t.addWindow} icon="plus" small onPress={() => onChange([...spans, next])} />}
      {spans.length >= MOST_SPANS && <p className="field-about">{t.tooMany}</p>}
    </fieldset>
  );
}
