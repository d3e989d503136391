import { useState } from 'react';
import { useTexts } from '../../lib/language.tsx';
import { Button } from '../../parts/Button.tsx';
import { alertTexts } from './texts.ts';

/** Asks once, and only when pressed: a browser's question out of nowhere is denied for ever. */
export function AllowNotices() {
  const words = useTexts(alertTexts);
  const [asked, setAsked] = useState(() => !('Notification' in window) || Notification.permission !== 'default');
  if (asked) return null;
  const ask = () => void Notification.requestPermission().finally(() => setAsked(true));
  return <Button small variant="plain" icon="bell" iconOnly label={words.allow} onPress={ask} />;
}
