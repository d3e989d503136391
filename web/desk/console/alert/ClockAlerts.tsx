import { useEffect, useRef } from 'react';
import { shortDate } from '../../lib/format.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useCatalogue } from '../../lib/queries.ts';
import { useToast } from '../../parts/Toast.tsx';
import { useDeskLive } from '../DeskContext.tsx';
import { alertTexts } from './texts.ts';

/** Says when a clock of one's cases comes near its limit or passes it; the words stay until they are closed. */
export function ClockAlerts() {
  const words = useTexts(alertTexts);
  const language = useLanguage();
  const say = useToast();
  const names = useCatalogue()?.clocks;
  const notice = useDeskLive((live) => live.clock);
  const said = useRef(0);
  useEffect(() => {
    if (notice === null || names === undefined || notice.seq <= said.current) return;
    said.current = notice.seq;
    const name = names[notice.clock]?.[language] ?? notice.clock;
    const by = shortDate(notice.limit, language);
    say(
      notice.what === 'warning' ? words.clockSoon(notice.number, name, by) : words.clockOver(notice.number, name, by),
      'danger',
    );
  }, [notice, names, language, say, words]);
  return null;
}
