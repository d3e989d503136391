import './account.css';
import { useLanguage, useTexts } from '../lib/language.tsx';
import { useCatalogue } from '../lib/queries.ts';
import { useSession } from '../lib/session.tsx';
import { useToast } from '../parts/Toast.tsx';
import { languageNames } from '../texts.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { Totp } from './Totp.tsx';
import { texts } from './texts.ts';

export function MyAccount() {
  const t = useTexts(texts);
  const language = useLanguage();
  const { user } = useSession();
  const catalogue = useCatalogue();
  const say = useToast();
  const teams = user.skills.map((team) => catalogue?.teams[team]?.[language] ?? team);
  const facts = [
    [t.login, user.login],
    [t.name, user.name],
    [t.role, t.roles[user.role]],
    [t.skills, teams.join(t.comma) || t.none],
    [t.languages, user.languages.map((each) => languageNames[each]).join(t.comma)],
    [t.limit, user.limit],
  ] as const;
  return (
    <main className="view desk-page account-page-in">
      <h1>{t.account}</h1>
      <section className="page-card">
        <h2>{t.profile}</h2>
        <dl className="account-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="quiet">{t.profileHint}</p>
      </section>
      <section className="page-card">
        <h2>{t.changeTitle}</h2>
        <PasswordForm login={user.login} currentLabel={t.current} submitLabel={t.change} onDone={() => say(t.saved)} />
      </section>
      <section className="page-card">
        <h2>{t.totpTitle}</h2>
        <Totp />
      </section>
    </main>
  );
}
