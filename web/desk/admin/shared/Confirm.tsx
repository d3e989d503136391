import type { ReactNode } from 'react';
import { useTexts } from '../../lib/language.tsx';
import { Button } from '../../parts/Button.tsx';
import { Dialog, DialogFoot } from '../../parts/Dialog.tsx';
import { useRefusal } from './refusal.ts';
import { texts } from './texts.ts';

interface Props {
  readonly title: string;
  readonly action: string;
  readonly danger?: boolean;
  readonly call: { readonly isPending: boolean; readonly error: Error | null };
  /** Words for refusals, by code. */
  readonly known?: Readonly<Record<string, string>>;
  readonly onAct: () => void;
  readonly onClose: () => void;
  /** What will happen. */
  readonly children: ReactNode;
}

/** Asks once more before something that others notice; a refusal is shown where it was asked. */
export function Confirm({ title, action, danger = false, call, known = {}, onAct, onClose, children }: Props) {
  const t = useTexts(texts);
  const refusal = useRefusal();
  return (
    <Dialog title={title} open insist onClose={onClose}>
      <p>{children}</p>
      <div role="alert">{call.error && <p className="notice danger">{refusal(call.error, known)}</p>}</div>
      <DialogFoot>
        <Button label={t.cancel} onPress={onClose} />
        <Button label={action} variant={danger ? 'danger' : 'primary'} pending={call.isPending} onPress={onAct} />
      </DialogFoot>
    </Dialog>
  );
}
