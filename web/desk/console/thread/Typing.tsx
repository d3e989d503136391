import { useEffect, useState } from 'react';
import { useTexts } from '../../lib/language.tsx';
import { useDesk, useDeskLive } from '../DeskContext.tsx';
import { threadTexts } from './texts.ts';

interface Props {
  readonly conversation: string;
  readonly customer: string;
  readonly nameOf: (staff: string) => string;
}

/** Somebody else is writing; outside the live region, for it says nothing yet. */
export function Typing({ conversation, customer, nameOf }: Props) {
  const words = useTexts(threadTexts);
  const { me } = useDesk();
  const typing = useDeskLive((live) => live.typing.get(conversation));
  const [, redraw] = useState(0);
  const left = typing === undefined ? 0 : typing.until - Date.now();
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => redraw((count) => count + 1), left + 10);
    return () => clearTimeout(timer);
  }, [left]);
  const shown = typing !== undefined && left > 0 && typing.by !== me;
  return (
    <p className="typing" aria-live="off" data-testid="typing">
      {shown && (
        <>
          <span className="typing-dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {words.typing(typing.by === 'customer' ? customer : nameOf(typing.by))}
        </>
      )}
    </p>
  );
}
