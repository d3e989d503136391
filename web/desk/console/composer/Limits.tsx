import type { ConversationView } from '../../../../adapters/desk/schemas.ts';
import { duration } from '../../lib/format.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useNow } from '../../lib/time.ts';
import { Badge } from '../../parts/Badge.tsx';
import { composerTexts } from './texts.ts';

type ChannelLimits = ConversationView['limits'];

/** Below so much it is worth a warning. */
const FEW_MESSAGES = 3;
const SOON_SECONDS = 3_600;

function secondsLeft(limits: ChannelLimits | undefined, nowMs: number): number | null {
  if (!limits || limits.windowEndsAt === null) return null;
  return Math.max(0, (Date.parse(limits.windowEndsAt) - nowMs) / 1000);
}

/** Nothing can reach the customer until they write again. */
export function useClosed(limits: ChannelLimits | undefined): boolean {
  const left = secondsLeft(limits, useNow());
  return left === 0 || limits?.quotaLeft === 0;
}

/** What the customer's channel still lets through. */
export function Limits({ limits }: { readonly limits: ChannelLimits | undefined }) {
  const words = useTexts(composerTexts);
  const language = useLanguage();
  const left = secondsLeft(limits, useNow());
  if (!limits) return null;
  const { quotaLeft, images } = limits;
  return (
    <span className="limits">
      {left === 0 && <Badge tone="danger">{words.windowOver}</Badge>}
      {quotaLeft === 0 && <Badge tone="danger">{words.quotaOver}</Badge>}
      {left !== null && left > 0 && (
        <Badge tone={left < SOON_SECONDS ? 'warn' : 'neutral'}>{words.window(duration(left, language))}</Badge>
      )}
      {quotaLeft !== null && quotaLeft > 0 && (
        <Badge tone={quotaLeft <= FEW_MESSAGES ? 'warn' : 'neutral'}>{words.quota(quotaLeft)}</Badge>
      )}
      {!images && <Badge>{words.noImages}</Badge>}
    </span>
  );
}
