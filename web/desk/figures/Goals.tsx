import type { DeskStatisticsView } from '../../../adapters/desk/statistics/schemas.ts';
import { Badge } from '../parts/Badge.tsx';
import { count, percent } from './numbers.ts';
import { useWords } from './words.ts';

type Availability = DeskStatisticsView['availability'];
type Goal = DeskStatisticsView['goals'][number];

/** The goals of manual section 11, whether they are met in words. */
export function Goals({ statistics }: { readonly statistics: DeskStatisticsView }) {
  const { t } = useWords();
  return (
    <ul className="goals">
      {statistics.goals.map((goal) => (
        <li key={goal.name} className="goal" data-met={goal.met}>
          <h3>{t.goalNames[goal.name]}</h3>
          <Value goal={goal} />
          <p className="quiet">{t.goalAbout[goal.name]}</p>
          {goal.name === 'availability' && <Gaps {...statistics.availability} />}
        </li>
      ))}
    </ul>
  );
}

function Value({ goal: { unit, goal, value, met } }: { readonly goal: Goal }) {
  const { t, span } = useWords();
  const said = (one: number): string => (unit === 'rate' ? percent(one, 3) : span(one));
  return (
    <>
      <p className="goal-value">
        <strong className="number">{value === null ? t.nothing : said(value)}</strong>
        {met === null ? (
          <Badge>{t.unknown}</Badge>
        ) : (
          <Badge tone={met ? 'ok' : 'danger'}>{met ? t.met : t.missed}</Badge>
        )}
      </p>
      <p className="number">{unit === 'rate' ? t.atLeast(said(goal)) : t.atMost(said(goal))}</p>
    </>
  );
}

function Gaps({ minutes, missing, longestGapMinutes }: Availability) {
  const { t } = useWords();
  if (minutes === 0) return null;
  return (
    <p className="quiet">
      {t.measured(count(minutes), count(missing))}
      {missing > 0 && (
        <>
          <br />
          {t.longestGap(count(longestGapMinutes))}
        </>
      )}
    </p>
  );
}
