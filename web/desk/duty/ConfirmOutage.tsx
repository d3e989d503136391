import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import type { AlertView } from '../../../adapters/desk/schemas.ts';
import { useRefusal } from '../admin/shared/refusal.ts';
import { texts as shared } from '../admin/shared/texts.ts';
import { useTexts } from '../lib/language.tsx';
import { Button } from '../parts/Button.tsx';
import { Dialog, DialogFoot } from '../parts/Dialog.tsx';
import { type Option, Select } from '../parts/Select.tsx';
import { useToast } from '../parts/Toast.tsx';
import { useDutyCalls } from './data.ts';
import { useDutyWords } from './useDutyWords.ts';

const HOURS = [1, 2, 4, 8, 24];
const HOUR_MS = 3_600_000;

/** A suspicion becomes an outage, with the time the customers are told. */
export function ConfirmOutage({ row, onClose }: { readonly row: AlertView; readonly onClose: () => void }) {
  const { t, where } = useDutyWords();
  const { cancel } = useTexts(shared);
  const refusal = useRefusal();
  const say = useToast();
  const { confirm } = useDutyCalls();
  const [hours, setHours] = useState('unknown');
  const options: Option<string>[] = [
    { id: 'unknown', name: t.unknown },
    ...HOURS.map((each) => ({ id: String(each), name: t.within(each) })),
  ];

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (confirm.isPending) return;
    const known = Number(hours);
    const expectedRepair = Number.isFinite(known) ? new Date(Date.now() + known * HOUR_MS).toISOString() : null;
    confirm.mutate(
      { alert: row, expectedRepair },
      {
        onSuccess() {
          say(t.confirmed);
          onClose();
        },
      },
    );
  }

  return (
    <Dialog title={t.confirmTitle(where(row))} open onClose={onClose}>
      <Form className="dialog-form" onSubmit={submit} validationBehavior="aria">
        <p>{t.confirmWhy}</p>
        <div role="alert">
          {confirm.isError && (
            <p className="notice danger">{refusal(confirm.error, { Decided: t.decided, NotFound: t.decided })}</p>
          )}
        </div>
        <Select label={t.expected} options={options} value={hours} onChange={setHours} />
        <DialogFoot>
          <Button label={cancel} onPress={onClose} />
          <Button label={t.confirm} variant="primary" submit pending={confirm.isPending} />
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
