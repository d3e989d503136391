import type { ImprovementStage } from '../../../domain/statistics/improvement.ts';
import { Icon } from '../parts/icons.tsx';
import { placeOf, STAGES } from './stageOrder.ts';
import { useWords } from './words.ts';

/** The five stages in a row; which one it is at is also said. */
export function Stages({ now }: { readonly now: ImprovementStage }) {
  const { t } = useWords();
  return (
    <ol className="stages" aria-label={t.stageList}>
      {STAGES.map((stage) => {
        const place = placeOf(stage, now);
        return (
          <li key={stage} className={`stage ${place}`} aria-current={place === 'now' ? 'step' : undefined}>
            {place === 'before' && <Icon name="tick" />}
            {t.stages[stage]}
            <span className="hidden"> ({t.places[place]})</span>
          </li>
        );
      })}
    </ol>
  );
}
