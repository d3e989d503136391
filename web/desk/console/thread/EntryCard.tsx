import { useMemo } from 'react';
import { type Card, readFrame } from '../../../chat/activity.ts';
import { useTexts } from '../../lib/language.tsx';
import { threadTexts } from './texts.ts';

/** A card as the customer's page shows it, in few lines; nothing for one that this release does not know. */
export function EntryCard({ card }: { readonly card: unknown }) {
  const words = useTexts(threadTexts);
  const read = useMemo(() => readCard(card), [card]);
  if (read === undefined) return null;
  if (read.kind === 'slots') {
    const free = read.days.reduce((sum, { slots }) => sum + slots.filter(({ left }) => left > 0).length, 0);
    return (
      <p className="card-slots">
        {words.slots(free)}
        <span className="quiet">{read.days.map(({ label }) => label).join(' · ')}</span>
      </p>
    );
  }
  return (
    <section className="card" aria-label={read.title}>
      <p className="card-title">
        {read.title}
        <strong className="number">{read.number}</strong>
      </p>
      <dl className="pairs">
        {read.rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function readCard(card: unknown): Card | undefined {
  const activity = { type: 'message', channelData: { shouwen: { card } } };
  return readFrame({ activities: [activity] }).activities[0]?.card;
}
