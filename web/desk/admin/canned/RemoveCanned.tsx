import type { CannedView } from '../../../../adapters/desk/schemas.ts';
import { useTexts } from '../../lib/language.tsx';
import { useToast } from '../../parts/Toast.tsx';
import { Confirm } from '../shared/Confirm.tsx';
import { texts as shared } from '../shared/texts.ts';
import { useCannedCalls } from './data.ts';
import { texts } from './texts.ts';

export function RemoveCanned({ reply, onClose }: { readonly reply: CannedView; readonly onClose: () => void }) {
  const t = useTexts(texts);
  const words = useTexts(shared);
  const say = useToast();
  const { remove } = useCannedCalls();

  function act(): void {
    remove.mutate(reply.id, {
      onSuccess() {
        say(t.removed);
        onClose();
      },
    });
  }

  return (
    <Confirm
      title={t.removeTitle(reply.shortcut)}
      action={words.remove}
      danger
      call={remove}
      onAct={act}
      onClose={onClose}
    >
      {t.removeWhy}
    </Confirm>
  );
}
