import type { StaffView } from '../../../../adapters/desk/schemas.ts';
import { useTexts } from '../../lib/language.tsx';
import { Confirm } from '../shared/Confirm.tsx';
import { type NewUser, useUserCalls } from './data.ts';
import { texts } from './texts.ts';

interface Props {
  readonly user: StaffView;
  readonly onClose: () => void;
  readonly onMade: (made: NewUser) => void;
}

/** A new first password for somebody who forgot theirs. */
export function ResetPassword({ user, onClose, onMade }: Props) {
  const t = useTexts(texts);
  const { reset } = useUserCalls();
  return (
    <Confirm
      title={t.resetTitle(user.name)}
      action={t.reset}
      danger
      call={reset}
      known={{ Yourself: t.yourself }}
      onAct={() => reset.mutate(user.id, { onSuccess: onMade })}
      onClose={onClose}
    >
      {t.resetWhy}
    </Confirm>
  );
}
