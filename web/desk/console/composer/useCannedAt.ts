import { type RefObject, useId, useMemo, useState } from 'react';
import type { CannedView, ConversationView } from '../../../../adapters/desk/schemas.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useCanned, useCatalogue } from '../../lib/queries.ts';
import { useSession } from '../../lib/session.tsx';
import { askedAt, called, filled, inserted, matching, type Values } from './canned.ts';

interface Field {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly view: ConversationView | undefined;
  readonly active: boolean;
  readonly text: string;
  readonly setText: (text: string) => void;
}

export type CannedAt = ReturnType<typeof useCannedAt>;

/** The list of canned replies that `/` opens at the cursor: in the customer's language, its blanks filled in. */
export function useCannedAt({ field, view, active, text, setText }: Field) {
  const id = useId();
  const own = useLanguage();
  const language = view?.language ?? own;
  const replies = useCanned();
  const fill = useFill(view);
  const [cursor, setCursor] = useState(0);
  const [index, setIndex] = useState(0);
  /** Esc closes the list for this word. */
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const asked = active ? askedAt(text, cursor) : null;
  const query = asked?.query ?? null;
  const found = useMemo(
    () => (query === null ? [] : matching(replies ?? [], query, language)),
    [replies, query, language],
  );
  const open = asked !== null && asked.from !== closedAt;
  const chosen = Math.min(index, Math.max(0, found.length - 1));

  function choose(reply: CannedView): void {
    if (asked === null) return;
    const after = inserted(text, asked, cursor, fill(reply.text[language]));
    setText(after.text);
    setCursor(after.cursor);
    setIndex(0);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(after.cursor, after.cursor);
    });
  }

  /** True when the list took the key. */
  function pressed(key: string): boolean {
    if (!open) return false;
    const reply = found[chosen];
    if (key === 'Escape') setClosedAt(asked.from);
    else if (reply === undefined) return false;
    else if (key === 'ArrowDown') setIndex((chosen + 1) % found.length);
    else if (key === 'ArrowUp') setIndex((chosen + found.length - 1) % found.length);
    else if (key === 'Enter' || key === 'Tab') choose(reply);
    else return false;
    return true;
  }

  return {
    id,
    open,
    found,
    chosen,
    language,
    fill,
    choose,
    pressed,
    moved(at: number) {
      setCursor(at);
      if (askedAt(text, at) === null) setClosedAt(null);
    },
    aria:
      open && found.length > 0
        ? {
            'aria-autocomplete': 'list' as const,
            'aria-controls': id,
            'aria-activedescendant': `${id}-${chosen}`,
          }
        : {},
  };
}

/** Fills the blanks of a canned reply with what is known of this conversation. */
export function useFill(view: ConversationView | undefined): (text: string) => string {
  const { user } = useSession();
  const catalogue = useCatalogue();
  const values: Values = {
    name: called(view?.customer.name ?? null),
    agent: user.name,
    case: view?.cases[0]?.number ?? null,
    hotline: catalogue?.hotline ?? null,
  };
  return (text) => filled(text, values);
}
