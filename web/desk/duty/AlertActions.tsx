import { useState } from 'react';
import type { AlertView } from '../../../adapters/desk/schemas.ts';
import { Confirm } from '../admin/shared/Confirm.tsx';
import { useRefusal } from '../admin/shared/refusal.ts';
import { useSession } from '../lib/session.tsx';
import { Button } from '../parts/Button.tsx';
import { useToast } from '../parts/Toast.tsx';
import { ConfirmOutage } from './ConfirmOutage.tsx';
import { useDutyCalls } from './data.ts';
import { useDutyWords } from './useDutyWords.ts';

/** What may be done about an alert; every name says about which. */
export function AlertActions({ row }: { readonly row: AlertView }) {
  const { t, where } = useDutyWords();
  const { user } = useSession();
  const { acknowledge, dismiss } = useDutyCalls();
  const say = useToast();
  const refusal = useRefusal();
  const [open, setOpen] = useState<'confirm' | 'dismiss' | null>(null);
  const close = () => setOpen(null);
  const about = <span className="hidden"> {row.case ?? where(row)}</span>;
  const decides = row.outage !== null && user.role !== 'agent';

  function see(): void {
    acknowledge.mutate(row, {
      onSuccess({ acknowledged }) {
        const other = acknowledged !== null && acknowledged.by !== user.id;
        say(other ? t.before(acknowledged.byName) : t.acknowledged);
      },
      onError: (error) => say(refusal(error), 'danger'),
    });
  }
  function drop(): void {
    dismiss.mutate(row, {
      onSuccess() {
        close();
        say(t.dismissed);
      },
    });
  }

  return (
    <div className="row-actions">
      {row.acknowledged === null && (
        <Button label={t.acknowledge} small pending={acknowledge.isPending} onPress={see}>
          {about}
        </Button>
      )}
      {decides && (
        <>
          <Button label={t.confirm} small onPress={() => setOpen('confirm')}>
            {about}
          </Button>
          <Button label={t.dismiss} small onPress={() => setOpen('dismiss')}>
            {about}
          </Button>
        </>
      )}
      {open === 'confirm' && <ConfirmOutage row={row} onClose={close} />}
      {open === 'dismiss' && (
        <Confirm
          title={t.dismissTitle(where(row))}
          action={t.dismiss}
          call={dismiss}
          known={{ Decided: t.decided, NotFound: t.decided }}
          onAct={drop}
          onClose={close}
        >
          {t.dismissWhy}
        </Confirm>
      )}
    </div>
  );
}
