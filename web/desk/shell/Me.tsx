import { useState } from 'react';
import { KeysDialog } from '../console/keys/KeysDialog.tsx';
import { useTexts } from '../lib/language.tsx';
import { go } from '../lib/route.ts';
import { useSession } from '../lib/session.tsx';
import { Menu } from '../parts/Menu.tsx';
import { shellTexts } from '../texts.ts';
import { PreferencesDialog } from './PreferencesDialog.tsx';

/** Everything about oneself. */
export function Me() {
  const words = useTexts(shellTexts);
  const { user, signOut } = useSession();
  const [open, setOpen] = useState<'preferences' | 'keys' | null>(null);
  return (
    <div className="me">
      <Menu
        label={user.name}
        icon="person"
        iconOnly
        items={[
          { id: 'preferences', name: words.settings, icon: 'settings', act: () => setOpen('preferences') },
          { id: 'keys', name: words.keyList, icon: 'keyboard', act: () => setOpen('keys'), keys: '?' },
          { id: 'account', name: words.account, icon: 'person', act: () => go({ view: 'account' }) },
          { id: 'out', name: words.signOut, icon: 'back', act: signOut, divided: true },
        ]}
      />
      <PreferencesDialog open={open === 'preferences'} onClose={() => setOpen(null)} />
      {open === 'keys' && <KeysDialog onClose={() => setOpen(null)} />}
    </div>
  );
}
