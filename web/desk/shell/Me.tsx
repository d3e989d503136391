import { useState } from 'react';
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
  const [open, setOpen] = useState(false);
  return (
    <div className="me">
      <Menu
        label={user.name}
        icon="person"
        iconOnly
        items={[
          { id: 'preferences', name: words.settings, icon: 'settings', act: () => setOpen(true) },
          { id: 'account', name: words.account, icon: 'person', act: () => go({ view: 'account' }) },
          { id: 'out', name: words.signOut, icon: 'back', act: signOut, divided: true },
        ]}
      />
      <PreferencesDialog open={open} onClose={() => setOpen(false)} />
    </div>
  );
}
