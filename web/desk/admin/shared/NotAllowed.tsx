import { useTexts } from '../../lib/language.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { texts } from './texts.ts';

/** A page that this role may not open, e.g. from an old link. */
export function NotAllowed({ adminOnly = false }: { readonly adminOnly?: boolean }) {
  const t = useTexts(texts);
  return (
    <main className="desk-page not-allowed">
      <EmptyState icon="warning" title={t.notAllowed}>
        {adminOnly ? t.adminOnly : t.notAllowedWhy}
      </EmptyState>
      <p>
        <a href="#/">{t.back}</a>
      </p>
    </main>
  );
}
