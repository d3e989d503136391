import type { HandoffView } from '../../../../adapters/desk/schemas.ts';
import { shortDate } from '../../lib/format.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { hashOf } from '../../lib/route.ts';
import { Badge } from '../../parts/Badge.tsx';
import { useDeskLive } from '../DeskContext.tsx';
import { calledIn } from './called.ts';
import { queueTexts } from './texts.ts';
import { Waiting } from './Waiting.tsx';

interface Props {
  readonly handoff: HandoffView;
  readonly readAt: number;
  readonly current: boolean;
}

/** A conversation of the list: who, the newest words, why, and how long they wait. */
export function Row({ handoff, readAt, current }: Props) {
  const words = useTexts(queueTexts);
  const language = useLanguage();
  const { conversation, owner, severity, reason } = handoff;
  const unread = useDeskLive((live) => live.unread.get(conversation) ?? 0);
  const newest = useDeskLive((live) => live.newest.get(conversation)?.text);
  const preview = newest ?? handoff.preview;
  return (
    <a
      className="row"
      href={hashOf({ view: 'desk', conversation })}
      aria-current={current ? 'true' : undefined}
      data-unread={unread > 0}
    >
      <span className="row-line">
        <strong className="cut">{calledIn(handoff, words.channel)}</strong>
        {owner.kind === 'ended' ? (
          <time className="quiet number" dateTime={owner.at}>
            {shortDate(owner.at, language)}
          </time>
        ) : (
          <Waiting handoff={handoff} readAt={readAt} />
        )}
      </span>
      <span className="row-line">
        <span className="row-preview cut" lang={handoff.language}>
          {preview ?? '…'}
        </span>
        {unread > 0 && (
          <Badge tone="count">
            <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
            <span className="hidden">{words.unread(unread)}</span>
          </Badge>
        )}
      </span>
      <span className="row-badges">
        {owner.kind === 'ended' && <Badge>{words.ends[owner.how]}</Badge>}
        {severity === 'major' || severity === 'moderate' ? (
          <Badge tone={severity === 'major' ? 'danger' : 'warn'}>{words.severities[severity]}</Badge>
        ) : null}
        <Badge tone={reason === 'security' || reason === 'major-complaint' ? 'danger' : 'neutral'}>
          {words.reasons[reason]}
        </Badge>
        {handoff.first && owner.kind !== 'ended' && <Badge tone="warn">{words.returning}</Badge>}
        <span className="row-channel">
          {words.channel(handoff.channel)} · {words.languages[handoff.language]}
        </span>
      </span>
    </a>
  );
}
