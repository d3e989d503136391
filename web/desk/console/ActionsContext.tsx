import { createContext, useContext } from 'react';

/** What can be opened over the panes. */
export type Dialogue = 'transfer' | 'return' | 'case' | 'book' | 'keys' | 'palette';

interface Actions {
  readonly open: (dialogue: Dialogue) => void;
  /** Which of the two fields one writes in. */
  readonly tab: 'reply' | 'note';
  /** Changes the field and puts the focus there. */
  readonly write: (tab: 'reply' | 'note') => void;
  readonly contextShown: boolean;
  readonly toggleContext: () => void;
}

export const ActionsContext = createContext<Actions>({
  open: () => {},
  tab: 'reply',
  write: () => {},
  contextShown: true,
  toggleContext: () => {},
});

export function useActions(): Actions {
  return useContext(ActionsContext);
}

/** Where one writes; there is one on the screen at a time. */
export const COMPOSER_ID = 'composer';

export function focusComposer(): void {
  document.getElementById(COMPOSER_ID)?.focus();
}
