import { clockState } from './clock.ts';
import { longestWait } from './rows.ts';
import { useShown, useWords } from './words.ts';

interface Figure {
  readonly name: string;
  readonly value: string | number;
  /** Something is too late. */
  readonly grave?: boolean;
}

/** The figures of now and of today. */
export function Numbers() {
  const { board, catalogue, now } = useShown();
  const { t, span } = useWords();
  const { late, breached, overdueCases, today } = board;
  const longest = longestWait(board, now);
  const handling = board.averageHandlingSeconds;
  return (
    <>
      <Figures
        title={t.now}
        figures={[
          { name: t.waiting, value: board.waiting.length },
          {
            name: t.longest,
            value: board.waiting.length === 0 ? t.nothing : span(longest),
            grave: clockState(longest, catalogue.handoff) === 'pastLimit',
          },
          { name: t.active, value: board.active.length },
          { name: t.late, value: late },
          { name: t.breached, value: breached, grave: breached > 0 },
          { name: t.overdue, value: overdueCases.length, grave: overdueCases.length > 0 },
        ]}
      />
      <Figures
        title={t.today}
        figures={[
          { name: t.handoffs, value: today.handoffs },
          { name: t.returned, value: today.returned },
          { name: t.left, value: today.left },
          { name: t.callback, value: today.callback },
          { name: t.handling, value: handling === null ? t.nothing : span(handling) },
        ]}
      />
    </>
  );
}

function Figures({ title, figures }: { readonly title: string; readonly figures: readonly Figure[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <dl className="board-figures">
        {figures.map(({ name, value, grave = false }) => (
          <div key={name} className={grave ? 'board-figure grave' : 'board-figure'}>
            <dt>{name}</dt>
            <dd className="number">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
