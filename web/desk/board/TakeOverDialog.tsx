import type { HandoffView } from '../../../adapters/desk/schemas.ts';
import { Confirm } from '../admin/shared/Confirm.tsx';
import { go } from '../lib/route.ts';
import { useBoardCalls } from './data.ts';
import { useWords } from './words.ts';

/** The customer notices, so it is asked once more; then the conversation opens. */
export function TakeOverDialog({ row, onClose }: { readonly row: HandoffView; readonly onClose: () => void }) {
  const { t, agent } = useWords();
  const { takeOver } = useBoardCalls();

  function take(): void {
    takeOver.mutate(row, {
      onSuccess() {
        onClose();
        go({ view: 'desk', conversation: row.conversation });
      },
    });
  }

  return (
    <Confirm
      title={t.takeOverTitle(row.customer)}
      action={t.takeOver}
      call={takeOver}
      known={{ Ended: t.taken, Taken: t.taken, NotFound: t.taken }}
      onAct={take}
      onClose={onClose}
    >
      {row.owner.kind === 'agent' ? t.takeOverWhy(agent(row.owner.agent)) : t.takeOverWaiting}
    </Confirm>
  );
}
