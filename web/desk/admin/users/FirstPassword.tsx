import { Secret } from '../../account/Secret.tsx';
import { useTexts } from '../../lib/language.tsx';
import { Button } from '../../parts/Button.tsx';
import { Dialog, DialogFoot } from '../../parts/Dialog.tsx';
import type { NewUser } from './data.ts';
import { texts } from './texts.ts';

/** The one time that a first password is shown; a stray click does not close it. */
export function FirstPassword({ made, onClose }: { readonly made: NewUser; readonly onClose: () => void }) {
  const t = useTexts(texts);
  return (
    <Dialog title={t.passwordTitle(made.user.name)} open insist onClose={onClose}>
      <p>{t.passwordWhy}</p>
      <p>
        {t.login}: <strong>{made.user.login}</strong>
      </p>
      <Secret label={t.password} value={made.password} copyLabel={t.copy} />
      <DialogFoot>
        <Button label={t.noted} variant="primary" onPress={onClose} />
      </DialogFoot>
    </Dialog>
  );
}
