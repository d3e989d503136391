import { useTexts } from '../../lib/language.tsx';
import { usePreferences } from '../../lib/usePreferences.ts';
import { Switch } from '../../parts/Check.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { shellTexts } from '../../texts.ts';
import { ACTIONS, KEYS_OF } from './keys.ts';
import { keyTexts } from './texts.ts';

/** Every key with what it does, and the switch that turns all of them off. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useTexts(keyTexts);
  const shell = useTexts(shellTexts);
  const { preferences, change } = usePreferences();
  const rows: readonly (readonly [string, string])[] = [
    ...ACTIONS.map((action) => [KEYS_OF[action].shown, words.actions[action]] as const),
    ['/', words.canned],
    [preferences.enterSends ? 'Enter' : 'Ctrl+Enter', words.send],
    [preferences.enterSends ? 'Shift+Enter' : 'Enter', words.line],
    ['Esc', words.close],
  ];
  return (
    <Dialog title={words.title} open onClose={onClose}>
      <Switch label={shell.keys} value={preferences.keys} onChange={(keys) => change({ keys })} />
      {!preferences.keys && <p className="notice">{words.off}</p>}
      <dl className="keys">
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
