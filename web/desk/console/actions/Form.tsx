import type { ReactNode } from 'react';
import { useTexts } from '../../lib/language.tsx';
import { Button } from '../../parts/Button.tsx';
import { DialogFoot } from '../../parts/Dialog.tsx';
import { actionTexts } from './texts.ts';

interface Props {
  readonly submit: () => void;
  readonly label: string;
  readonly ready: boolean;
  readonly pending: boolean;
  readonly fault: string | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Fields of a dialog with what came of sending them and the two buttons below. */
export function Form({ submit, label, ready, pending, fault, onClose, children }: Props) {
  const words = useTexts(actionTexts);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !pending) submit();
      }}
    >
      {children}
      {fault !== null && (
        <p className="notice danger" role="alert">
          {fault}
        </p>
      )}
      <DialogFoot>
        <Button label={words.cancel} onPress={onClose} />
        <Button submit variant="primary" label={label} disabled={!ready} pending={pending} />
      </DialogFoot>
    </form>
  );
}
