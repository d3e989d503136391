import { useState } from 'react';
import { useRefusal } from '../admin/shared/refusal.ts';
import { useTexts } from '../lib/language.tsx';
import { useSession } from '../lib/session.tsx';
import { Badge } from '../parts/Badge.tsx';
import { Button } from '../parts/Button.tsx';
import { useToast } from '../parts/Toast.tsx';
import { CodeForm } from './CodeForm.tsx';
import { beginTotp, confirmTotp, endTotp, type TotpView } from './calls.ts';
import { Secret } from './Secret.tsx';
import { texts } from './texts.ts';

/** The second factor: off, being set up, on, or being ended. */
export function Totp() {
  const t = useTexts(texts);
  const refusal = useRefusal();
  const say = useToast();
  const { user, change } = useSession();
  const [made, setMade] = useState<TotpView | null>(null);
  const [ending, setEnding] = useState(false);

  async function begin(): Promise<void> {
    try {
      setMade(await beginTotp());
    } catch (error) {
      say(refusal(error), 'danger');
    }
  }

  function turned(totp: boolean): void {
    setMade(null);
    setEnding(false);
    change({ ...user, totp });
    say(totp ? t.totpDone : t.totpEnded);
  }

  if (made !== null && !user.totp)
    return (
      <CodeForm send={confirmTotp} action={t.totpConfirm} onCancel={() => setMade(null)} onDone={() => turned(true)}>
        <ol className="totp-steps">
          <li>{t.totpStep1}</li>
          <li>
            {t.totpStep2} <a href={made.uri}>{t.totpOpen}</a>
            <Secret label={t.secret} value={made.secret} copyLabel={t.copySecret} grouped />
          </li>
          <li>{t.totpStep3}</li>
        </ol>
      </CodeForm>
    );
  if (ending)
    return (
      <CodeForm send={endTotp} action={t.totpEnd} onCancel={() => setEnding(false)} onDone={() => turned(false)}>
        <p>{t.totpEndWhy}</p>
      </CodeForm>
    );
  return (
    <>
      <p>
        <Badge tone={user.totp ? 'ok' : 'neutral'}>{user.totp ? t.on : t.off}</Badge> {user.totp ? t.totpOn : t.totpOff}
      </p>
      {user.totp && <p className="quiet">{t.totpLost}</p>}
      <p>
        {user.totp ? (
          <Button label={t.totpEnd} onPress={() => setEnding(true)} />
        ) : (
          <Button label={t.totpStart} icon="phone" onPress={() => void begin()} />
        )}
      </p>
    </>
  );
}
