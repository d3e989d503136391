import { Loaded } from '../admin/shared/Loaded.tsx';
import { useImprovements } from './data.ts';
import { ImprovementCard } from './ImprovementCard.tsx';
import { useWords } from './words.ts';

/** What is under way as cards; what is done is folded away. */
export function Improvements() {
  const { t } = useWords();
  return (
    <Loaded query={useImprovements()}>
      {({ improvements }) => {
        const [running, done] = [true, false].map((runs) =>
          improvements.filter(({ stage }) => (stage !== 'done') === runs),
        );
        return (
          <>
            {running?.length === 0 && <p className="quiet none-yet">{t.improvementsEmpty}</p>}
            <div className="improvements">
              {running?.map((one) => (
                <ImprovementCard key={one.id} one={one} />
              ))}
            </div>
            {done !== undefined && done.length > 0 && (
              <details className="done-improvements">
                <summary>{t.done(done.length)}</summary>
                <div className="improvements">
                  {done.map((one) => (
                    <ImprovementCard key={one.id} one={one} />
                  ))}
                </div>
              </details>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
