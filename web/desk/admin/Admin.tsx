import './admin.css';
import { useTexts } from '../lib/language.tsx';
import { go, useRoute } from '../lib/route.ts';
import { useSession } from '../lib/session.tsx';
import { type TabItem, Tabs } from '../parts/Tabs.tsx';
import { Audit } from './audit/Audit.tsx';
import { Canned } from './canned/Canned.tsx';
import { Settings } from './settings/Settings.tsx';
import { NotAllowed } from './shared/NotAllowed.tsx';
import { texts } from './shared/texts.ts';
import { Users } from './users/Users.tsx';

const SCREENS = ['settings', 'canned', 'users', 'audit'] as const;
type Screen = (typeof SCREENS)[number];
const ACCOUNTS: readonly Screen[] = ['users'];

/** Hours, notice, canned replies and the audit; the accounts for who administers them. */
export function Admin() {
  const t = useTexts(texts);
  const { user, administers } = useSession();
  const route = useRoute();
  if (user.role === 'agent') return <NotAllowed />;
  const wanted = route.view === 'admin' ? SCREENS.find((screen) => route.screen === screen) : undefined;
  if (wanted !== undefined && ACCOUNTS.includes(wanted) && !administers) return <NotAllowed adminOnly />;
  const tabs: readonly TabItem<Screen>[] = [
    { id: 'settings', name: t.settings, content: <Settings /> },
    { id: 'canned', name: t.canned, content: <Canned /> },
    { id: 'users', name: t.users, content: <Users /> },
    { id: 'audit', name: t.audit, content: <Audit /> },
  ];
  return (
    <main className="view desk-page admin-page">
      <h1>{t.title}</h1>
      <Tabs
        label={t.title}
        tabs={tabs.filter(({ id }) => administers || !ACCOUNTS.includes(id))}
        value={wanted ?? 'settings'}
        onChange={(screen) => go({ view: 'admin', screen })}
      />
    </main>
  );
}
