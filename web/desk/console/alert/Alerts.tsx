import { useEffect, useRef } from 'react';
import type { HandoffView } from '../../../../adapters/desk/schemas.ts';
import { useTexts } from '../../lib/language.tsx';
import { useQueue } from '../../lib/queries.ts';
import { usePreferences } from '../../lib/usePreferences.ts';
import { shellTexts } from '../../texts.ts';
import { useDesk, useDeskLive } from '../DeskContext.tsx';
import { play } from './sound.ts';
import { alertTexts } from './texts.ts';

/** So often again while an offer stands and nobody has looked. */
const REPEAT_MS = 4_000;
const NO_ROWS: readonly HandoffView[] = [];

/** Makes an agent who looks elsewhere come: by sound, by the title of the page, by the system's own notices. */
export function Alerts() {
  const words = useTexts(alertTexts);
  const { title } = useTexts(shellTexts);
  const { me } = useDesk();
  const { sound } = usePreferences().preferences;
  const waiting = useQueue().queue?.waiting ?? NO_ROWS;
  const unread = useDeskLive((live) => [...live.unread.values()].reduce((sum, count) => sum + count, 0));
  const offers = waiting.filter(({ owner }) => owner.kind === 'offered' && owner.agent === me);
  const newest = offers.at(-1)?.handoff ?? null;

  useEffect(() => {
    const count = unread + offers.length;
    document.title = count > 0 ? `(${count}) ${title}` : title;
    return () => {
      document.title = title;
    };
  }, [unread, offers.length, title]);

  useEffect(() => {
    if (newest === null) return;
    if (sound) play('offer');
    const notice = noticeOf(words.offer);
    const timer = setInterval(() => {
      if (sound && !document.hasFocus()) play('offer');
    }, REPEAT_MS);
    return () => {
      clearInterval(timer);
      notice?.close();
    };
  }, [newest, sound, words]);

  const before = useRef(0);
  useEffect(() => {
    if (unread > before.current && sound) play('message');
    before.current = unread;
  }, [unread, sound]);
  return null;
}

/** Says nothing of the customer: it may be read on a locked screen. */
function noticeOf(words: string): Notification | null {
  if (document.hasFocus() || !('Notification' in window) || Notification.permission !== 'granted') return null;
  const notice = new Notification(words, { tag: 'shouwen-offer', requireInteraction: true });
  notice.onclick = () => {
    window.focus();
    notice.close();
  };
  return notice;
}
