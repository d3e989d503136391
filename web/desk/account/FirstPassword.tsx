import { useTexts } from '../lib/language.tsx';
import { useSession } from '../lib/session.tsx';
import { Button } from '../parts/Button.tsx';
import { useToast } from '../parts/Toast.tsx';
import { Frame } from './Frame.tsx';
import { forget, recall } from './given.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { texts } from './texts.ts';

/** The only page there is while the password is one that somebody else gave. */
export function FirstPassword() {
  const t = useTexts(texts);
  const { user, change, signOut } = useSession();
  const say = useToast();
  return (
    <Frame title={t.firstTitle}>
      <p className="quiet">{t.firstWhy}</p>
      <PasswordForm
        login={user.login}
        currentLabel={t.currentGiven}
        known={recall()}
        submitLabel={t.save}
        onDone={(changed) => {
          forget();
          say(t.saved);
          change(changed);
        }}
      />
      <Button label={t.signOut} variant="plain" onPress={signOut} />
    </Frame>
  );
}
