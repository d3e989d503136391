import type { Dialogue } from './ActionsContext.tsx';
import { BookingDialog } from './actions/BookingDialog.tsx';
import { CaseDialog } from './actions/CaseDialog.tsx';
import { ReturnDialog } from './actions/ReturnDialog.tsx';
import { TransferDialog } from './actions/TransferDialog.tsx';
import { useConversation } from './DeskContext.tsx';
import { KeysDialog } from './keys/KeysDialog.tsx';
import { Palette } from './keys/Palette.tsx';

interface Props {
  readonly dialogue: Dialogue | null;
  readonly conversation: string | null;
  readonly onClose: () => void;
  /** The conversation is the agent's no more. */
  readonly onGone: () => void;
}

/** What is open over the panes: one thing at a time, and only about a customer whom the agent has. */
export function Dialogues({ dialogue, conversation, onClose, onGone }: Props) {
  const { data: view } = useConversation(conversation);
  if (dialogue === null) return null;
  if (dialogue === 'keys') return <KeysDialog onClose={onClose} />;
  if (dialogue === 'palette') return <Palette onClose={onClose} current={conversation} />;
  if (conversation === null) return null;
  switch (dialogue) {
    case 'transfer':
      return <TransferDialog conversation={conversation} onClose={onClose} onGone={onGone} />;
    case 'return':
      return <ReturnDialog conversation={conversation} onClose={onClose} onGone={onGone} />;
    case 'case':
      return view ? <CaseDialog view={view} onClose={onClose} /> : null;
    case 'book':
      return view ? <BookingDialog view={view} onClose={onClose} /> : null;
  }
}
