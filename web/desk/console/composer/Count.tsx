import { useTexts } from '../../lib/language.tsx';
import { composerTexts } from './texts.ts';

interface Props {
  readonly length: number;
  readonly limit: number;
  /** Longest message of the customer's channel. */
  readonly part: number | undefined;
  /** Of a canned reply, not filled in. */
  readonly blank: string | null;
}

/** How much may still be written, once that is of interest, and whether it arrives in parts. */
export function Count({ length, limit, part, blank }: Props) {
  const words = useTexts(composerTexts);
  const over = length - limit;
  const parts = part !== undefined && part > 0 && length > part && over <= 0 ? Math.ceil(length / part) : 1;
  const near = length > limit * 0.8;
  return (
    <span className="composer-count number" data-over={over > 0 || blank !== null} role="status">
      {blank !== null
        ? words.unfilled(blank)
        : over > 0
          ? words.tooLong(over)
          : near
            ? words.left(-over)
            : parts > 1
              ? words.parts(parts)
              : ''}
    </span>
  );
}
