import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useFirstFault } from '../admin/shared/useFirstFault.ts';
import { useTexts } from '../lib/language.tsx';
import type { SignedIn } from '../lib/session.tsx';
import { Button } from '../parts/Button.tsx';
import { Field } from '../parts/Field.tsx';
import { CodeField } from './CodeField.tsx';
import { isCode, OIDC_START, oidcRefused, login as signIn, ways } from './calls.ts';
import { Frame } from './Frame.tsx';
import { remember } from './given.ts';
import { PasswordField } from './PasswordField.tsx';
import { texts } from './texts.ts';
import { type Fault, useSignInFault } from './useSignInFault.ts';

/** The console's first page. The code is asked for when the account wants one. */
export function SignIn({ onSignedIn }: { readonly onSignedIn: (signedIn: SignedIn) => void }) {
  const t = useTexts(texts);
  const faultOf = useSignInFault();
  const oidc = useQuery({ queryKey: ['ways'], queryFn: ways }).data?.oidc ?? false;
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault>(oidcRefused() ? { refused: t.oidcFailed } : {});
  const [pending, setPending] = useState(false);
  const { form, look } = useFirstFault<HTMLFormElement>();

  function missing(): Fault | null {
    const found: Fault = {
      ...(login.trim() === '' ? { login: t.loginMissing } : {}),
      ...(password === '' ? { password: t.passwordMissing } : {}),
      ...(code !== null && !isCode(code) ? { code: t.codeFaulty } : {}),
    };
    return Object.keys(found).length === 0 ? null : found;
  }

  async function attempt(): Promise<Fault | null> {
    setPending(true);
    try {
      const answer = await signIn({ login: login.trim(), password, ...(code === null ? {} : { code }) });
      if (answer.user.mustChange) remember(password);
      onSignedIn(answer);
      return null;
    } catch (error) {
      const found = faultOf(error);
      if (found === 'codeNeeded') setCode('');
      return found === 'codeNeeded' ? {} : found;
    } finally {
      setPending(false);
    }
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (pending) return;
    const found = missing() ?? (await attempt());
    if (found === null) return;
    setFault(found);
    look();
  }

  return (
    <Frame title={t.signIn}>
      <Form className="account-form" ref={form} onSubmit={(event) => void submit(event)} validationBehavior="aria">
        <div role="alert">{fault.refused !== undefined && <p className="notice danger">{fault.refused}</p>}</div>
        <Field
          label={t.login}
          value={login}
          onChange={setLogin}
          autoComplete="username"
          maxLength={100}
          error={fault.login ?? null}
          required
          autoFocus
        />
        <PasswordField
          label={t.password}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          error={fault.password ?? null}
        />
        {code !== null && <CodeField value={code} onChange={setCode} error={fault.code ?? null} autoFocus />}
        <Button label={pending ? t.signingIn : t.signIn} variant="primary" submit pending={pending} />
      </Form>
      {oidc && (
        <>
          <p className="account-or">{t.or}</p>
          <a className="button" href={OIDC_START}>
            {t.oidc}
          </a>
        </>
      )}
    </Frame>
  );
}
