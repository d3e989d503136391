import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useFirstFault } from '../admin/shared/useFirstFault.ts';
import { useTexts } from '../lib/language.tsx';
import { serverNow } from '../lib/time.ts';
import { Button } from '../parts/Button.tsx';
import { Field } from '../parts/Field.tsx';
import { Radios } from '../parts/Radios.tsx';
import { dayAt, lastDays, type Span, type SpanFault, spanFault } from './period.ts';
import { texts } from './texts.ts';

export const USUAL_DAYS = 30;
const PERIODS = [7, USUAL_DAYS, 90] as const;
const OWN = 'own';

interface Props {
  readonly span: Span;
  readonly onChange: (span: Span) => void;
}

/** The last days, or days of one's own. */
export function PeriodChoice({ span, onChange }: Props) {
  const t = useTexts(texts);
  const [chosen, setChosen] = useState(String(USUAL_DAYS));
  const options = [...PERIODS.map((days) => ({ id: String(days), name: t.days(days) })), { id: OWN, name: t.own }];
  function choose(id: string): void {
    setChosen(id);
    if (id !== OWN) onChange(lastDays(Number(id), dayAt(serverNow())));
  }
  return (
    <>
      <Radios label={t.period} options={options} value={chosen} onChange={choose} />
      {chosen === OWN && <OwnDays span={span} onChange={onChange} />}
    </>
  );
}

function OwnDays({ span, onChange }: Props) {
  const t = useTexts(texts);
  const [from, setFrom] = useState(span.from);
  const [to, setTo] = useState(span.to);
  const [fault, setFault] = useState<SpanFault | null>(null);
  const { form, look } = useFirstFault<HTMLFormElement>();
  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = spanFault({ from, to });
    setFault(found);
    look();
    if (found === null) onChange({ from, to });
  }
  const said = fault === null ? null : t.spanFaults[fault];
  const faultyFrom = fault === 'missing' && from === '';
  return (
    <Form className="own-days" ref={form} onSubmit={submit} validationBehavior="aria">
      <Field label={t.from} type="date" value={from} onChange={setFrom} error={faultyFrom ? said : null} required />
      <Field label={t.to} type="date" value={to} onChange={setTo} error={faultyFrom ? null : said} required />
      <Button label={t.show} submit />
    </Form>
  );
}
