import type { ReactNode } from 'react';
import { DutyToasts } from '../duty/DutyToasts.tsx';
import { useTexts } from '../lib/language.tsx';
import { hashOf, type Route, useRoute } from '../lib/route.ts';
import { useSession } from '../lib/session.tsx';
import { Icon, type IconName, Mark } from '../parts/icons.tsx';
import { shellTexts } from '../texts.ts';
import { Me } from './Me.tsx';

/** The rail of views at the side (below, on a phone) and one view beside it. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const words = useTexts(shellTexts);
  const { user } = useSession();
  const route = useRoute();
  const views: readonly { route: Route; name: string; icon: IconName; shown: boolean }[] = [
    { route: { view: 'desk', conversation: null }, name: words.desk, icon: 'chat', shown: true },
    { route: { view: 'board' }, name: words.board, icon: 'board', shown: user.role !== 'agent' },
    { route: { view: 'figures' }, name: words.figures, icon: 'chart', shown: user.role !== 'agent' },
    { route: { view: 'admin', screen: '' }, name: words.admin, icon: 'settings', shown: user.role !== 'agent' },
  ];
  return (
    <div className="frame" data-inside={route.view === 'desk' && route.conversation !== null}>
      <header className="rail">
        <Mark />
        <nav aria-label={words.views}>
          <ul>
            {views
              .filter(({ shown }) => shown)
              .map(({ route: to, name, icon }) => (
                <li key={to.view}>
                  <a href={hashOf(to)} aria-current={to.view === route.view ? 'page' : undefined}>
                    <Icon name={icon} />
                    <span>{name}</span>
                  </a>
                </li>
              ))}
          </ul>
        </nav>
        <Me />
      </header>
      <DutyToasts />
      {children}
    </div>
  );
}
