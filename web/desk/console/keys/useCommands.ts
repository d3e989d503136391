import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useCanned, useQueue } from '../../lib/queries.ts';
import { go } from '../../lib/route.ts';
import type { IconName } from '../../parts/icons.tsx';
import { useActions } from '../ActionsContext.tsx';
import { changeDraft } from '../composer/drafts.ts';
import { useFill } from '../composer/useCannedAt.ts';
import { useConversation } from '../DeskContext.tsx';
import { calledIn } from '../queue/called.ts';
import { queueTexts } from '../queue/texts.ts';
import { useAccept } from '../useAccept.ts';
import { KEYS_OF } from './keys.ts';
import { keyTexts } from './texts.ts';

export interface Command {
  readonly id: string;
  readonly name: string;
  readonly about?: string;
  readonly icon: IconName;
  readonly keys?: string;
  readonly act: () => void;
}
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly commands: readonly Command[];
}

/** Everything the palette offers now: conversations, what can be done in the one shown, canned replies for it. */
export function useCommands(current: string | null): readonly Group[] {
  const words = useTexts(keyTexts);
  const queueWords = useTexts(queueTexts);
  const own = useLanguage();
  const { queue } = useQueue();
  const { open, write, toggleContext } = useActions();
  const { accept } = useAccept();
  const { data: view } = useConversation(current);
  const fill = useFill(view);
  const language = view?.language ?? own;
  const replies = useCanned() ?? [];
  const mine = queue?.mine ?? [];
  const waiting = queue?.waiting ?? [];
  const has = mine.some(({ conversation }) => conversation === current);
  const looked = waiting.find(({ conversation }) => conversation === current);

  const conversations = [...mine, ...waiting].map(
    (row): Command => ({
      id: `go ${row.handoff}`,
      name: calledIn(row, queueWords.channel),
      about: `${row.owner.kind === 'agent' ? '' : `${queueWords.waiting} · `}${row.preview ?? ''}`,
      icon: 'chat',
      act: () => go({ view: 'desk', conversation: row.conversation }),
    }),
  );
  const acts: Command[] = [];
  if (looked) {
    acts.push({
      id: 'accept',
      name: queueWords.accept,
      icon: 'tick',
      keys: KEYS_OF.accept.shown,
      act: () => accept(looked),
    });
  }
  if (has) {
    const { actions } = words;
    acts.push(
      { id: 'reply', name: actions.reply, icon: 'send', keys: KEYS_OF.reply.shown, act: () => write('reply') },
      { id: 'note', name: actions.note, icon: 'note', keys: KEYS_OF.note.shown, act: () => write('note') },
      {
        id: 'transfer',
        name: actions.transfer,
        icon: 'transfer',
        keys: KEYS_OF.transfer.shown,
        act: () => open('transfer'),
      },
      { id: 'return', name: actions.return, icon: 'finish', keys: KEYS_OF.return.shown, act: () => open('return') },
      { id: 'case', name: actions.case, icon: 'case', keys: KEYS_OF.case.shown, act: () => open('case') },
      { id: 'book', name: words.book, icon: 'calendar', act: () => open('book') },
    );
  }
  acts.push(
    { id: 'customer', name: words.actions.customer, icon: 'panel', keys: KEYS_OF.customer.shown, act: toggleContext },
    { id: 'keys', name: words.actions.keys, icon: 'keyboard', keys: KEYS_OF.keys.shown, act: () => open('keys') },
  );
  const canned = replies.map(
    ({ id, shortcut, text }): Command => ({
      id: `say ${id}`,
      name: `/${shortcut}`,
      about: text[language],
      icon: 'bolt',
      act() {
        if (current === null) return;
        changeDraft(current, (draft) => ({ ...draft, reply: draft.reply + fill(text[language]) }));
        write('reply');
      },
    }),
  );
  return [
    { id: 'conversations', name: words.conversations, commands: conversations },
    { id: 'doing', name: words.doing, commands: acts },
    { id: 'replies', name: words.replies, commands: has ? canned : [] },
  ];
}
