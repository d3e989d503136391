import type { StaffView } from '../../../../adapters/desk/schemas.ts';
import { useTexts } from '../../lib/language.tsx';
import { useToast } from '../../parts/Toast.tsx';
import { Confirm } from '../shared/Confirm.tsx';
import { useUserCalls } from './data.ts';
import { texts } from './texts.ts';

/** Disables an account, or enables it again. */
export function AccountSwitch({ user, onClose }: { readonly user: StaffView; readonly onClose: () => void }) {
  const t = useTexts(texts);
  const say = useToast();
  const { change } = useUserCalls();
  const disabled = !user.disabled;

  function act(): void {
    change.mutate(
      { id: user.id, change: { disabled } },
      {
        onSuccess() {
          say(disabled ? t.isDisabled : t.isEnabled);
          onClose();
        },
      },
    );
  }

  return (
    <Confirm
      title={disabled ? t.disableTitle(user.name) : t.enableTitle(user.name)}
      action={disabled ? t.disable : t.enable}
      danger={disabled}
      call={change}
      known={{ Yourself: t.yourself }}
      onAct={act}
      onClose={onClose}
    >
      {disabled ? t.disableWhy : t.enableWhy}
    </Confirm>
  );
}
