import './figures.css';
import { type ReactNode, useState } from 'react';
import type { DeskStatisticsView } from '../../../adapters/desk/statistics/schemas.ts';
import { NotAllowed } from '../admin/shared/NotAllowed.tsx';
import { useRefusal } from '../admin/shared/refusal.ts';
import { texts as shared } from '../admin/shared/texts.ts';
import { useTexts } from '../lib/language.tsx';
import { useCatalogue } from '../lib/queries.ts';
import { useSession } from '../lib/session.tsx';
import { serverNow } from '../lib/time.ts';
import { Button } from '../parts/Button.tsx';
import { useStatistics } from './data.ts';
import { Goals } from './Goals.tsx';
import { Improvements } from './Improvements.tsx';
import { Intake } from './Intake.tsx';
import { Clocks, Outcomes } from './Outcomes.tsx';
import { PeriodChoice, USUAL_DAYS } from './PeriodChoice.tsx';
import { Problems } from './Problems.tsx';
import { dayAt, lastDays, queryOf } from './period.ts';
import { Satisfaction } from './Satisfaction.tsx';
import { Scores } from './Scores.tsx';
import { Times } from './Times.tsx';
import { texts } from './texts.ts';
import { CatalogueContext, useWords } from './words.ts';

/** The indicators of the service manual, and what is done about frequent problems; for supervisors. */
export function Figures() {
  const { user } = useSession();
  return user.role === 'agent' ? <NotAllowed /> : <Allowed />;
}

function Allowed() {
  const t = useTexts(texts);
  const { retry } = useTexts(shared);
  const refusal = useRefusal();
  const [span, setSpan] = useState(() => lastDays(USUAL_DAYS, dayAt(serverNow())));
  const catalogue = useCatalogue();
  const { data, isError, error, refetch, isFetching } = useStatistics(span);
  return (
    <main className="view desk-page figures-page">
      <h1>{t.title}</h1>
      <p className="quiet">{t.intro}</p>
      <div className="figures-bar">
        <PeriodChoice span={span} onChange={setSpan} />
        <a
          className="button"
          href={`/desk/api/statistics.csv${queryOf(span)}`}
          download={`${span.from}_${span.to}.csv`}
        >
          {t.csv}
        </a>
      </div>
      <p className="figures-state" role="status">
        {isFetching && t.reading}
      </p>
      <div role="alert">
        {isError && (
          <p className="notice danger page-state">
            {refusal(error, { TooMuch: t.tooMuch })} <Button small label={retry} onPress={() => void refetch()} />
          </p>
        )}
      </div>
      {data !== undefined && catalogue !== undefined && (
        <CatalogueContext value={catalogue}>
          <Sections data={data} />
        </CatalogueContext>
      )}
    </main>
  );
}

/** The problems come right after the goals: they are what there is to do. */
function Sections({ data }: { readonly data: DeskStatisticsView }) {
  const { t, date } = useWords();
  // the end is the first instant that no longer counts
  const last = new Date(Date.parse(data.to) - 1).toISOString();
  return (
    <>
      <p>{t.shown(date(data.from, data.zone), date(last, data.zone), data.zone)}</p>
      <Section title={t.goals}>
        <Goals statistics={data} />
      </Section>
      <Section title={t.problems} about={t.problemsAbout}>
        <Problems problems={data.problems} />
      </Section>
      <Section title={t.improvements}>
        <Improvements />
      </Section>
      <Section title={t.intake} charts>
        <Intake intake={data.intake} />
      </Section>
      <Section title={t.times} charts>
        <Times times={data.times} />
      </Section>
      <Section title={t.outcomes} charts>
        <Outcomes outcomes={data.outcomes} />
        <Clocks outcomes={data.outcomes} />
      </Section>
      <Section title={t.satisfaction} charts>
        <Satisfaction satisfaction={data.satisfaction} />
      </Section>
      <Section title={t.agents} about={t.agentsAbout}>
        <Scores agents={data.agents} />
      </Section>
    </>
  );
}

interface SectionProps {
  readonly title: string;
  readonly about?: string;
  readonly charts?: boolean;
  readonly children: ReactNode;
}

function Section({ title, about, charts = false, children }: SectionProps) {
  return (
    <section>
      <h2>{title}</h2>
      {about !== undefined && <p className="quiet">{about}</p>}
      {charts ? <div className="charts">{children}</div> : children}
    </section>
  );
}
