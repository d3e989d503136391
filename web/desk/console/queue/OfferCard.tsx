import type { HandoffView } from '../../../../adapters/desk/schemas.ts';
import { useTexts } from '../../lib/language.tsx';
import { useCatalogue } from '../../lib/queries.ts';
import { useNow } from '../../lib/time.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Button } from '../../parts/Button.tsx';
import { useAccept } from '../useAccept.ts';
import { calledIn } from './called.ts';
import { queueTexts } from './texts.ts';

/** A customer offered to this agent: to be taken before the time is over, else the next agent is asked. */
export function OfferCard({ handoff, until }: { readonly handoff: HandoffView; readonly until: string }) {
  const words = useTexts(queueTexts);
  const { accept, decline } = useAccept();
  const all = useCatalogue()?.handoff.offerSeconds ?? 20;
  // this machine's clock may be wrong: never more than an offer lasts
  const left = Math.min(all, Math.max(0, Math.ceil((Date.parse(until) - useNow()) / 1000)));
  return (
    <section className="offer" aria-label={words.offer}>
      <div className="offer-head">
        <h2>{words.offer}</h2>
        <span className="offer-left number">{words.offerLeft(left)}</span>
      </div>
      <progress value={left} max={all} aria-hidden="true" />
      <p className="row-line">
        <strong className="cut">{calledIn(handoff, words.channel)}</strong>
        <span className="quiet">
          {words.channel(handoff.channel)} · {words.languages[handoff.language]}
        </span>
      </p>
      {handoff.preview !== null && (
        <p className="offer-preview" lang={handoff.language}>
          {handoff.preview}
        </p>
      )}
      <div className="row-badges">
        {handoff.severity !== null && (
          <Badge tone={handoff.severity === 'major' ? 'danger' : handoff.severity === 'moderate' ? 'warn' : 'neutral'}>
            {words.severities[handoff.severity]}
          </Badge>
        )}
        <Badge>{words.reasons[handoff.reason]}</Badge>
        {handoff.first && <Badge tone="warn">{words.returning}</Badge>}
      </div>
      <div className="offer-buttons">
        <Button variant="primary" label={words.accept} shortcut="Alt+A" onPress={() => accept(handoff)} />
        <Button label={words.decline} onPress={() => decline(handoff)} />
      </div>
    </section>
  );
}
