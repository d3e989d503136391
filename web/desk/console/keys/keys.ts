/** What keys do. Each has Alt or Ctrl or is off where one writes, and one switch turns all of them off (WCAG 2.1.4). */
export const ACTIONS = [
  'next',
  'previous',
  'accept',
  'reply',
  'note',
  'transfer',
  'return',
  'case',
  'customer',
  'palette',
  'keys',
] as const;
export type Action = (typeof ACTIONS)[number];

interface Key {
  /** `KeyboardEvent.code`: the place on the keyboard, for with Alt some systems type another letter. */
  readonly code: string;
  readonly with: 'Alt' | 'Ctrl' | null;
  /** As it is shown. */
  readonly shown: string;
}

export const KEYS_OF: Readonly<Record<Action, Key>> = {
  next: { code: 'KeyJ', with: 'Alt', shown: 'Alt+J' },
  previous: { code: 'KeyK', with: 'Alt', shown: 'Alt+K' },
  accept: { code: 'KeyA', with: 'Alt', shown: 'Alt+A' },
  reply: { code: 'KeyL', with: 'Alt', shown: 'Alt+L' },
  note: { code: 'KeyP', with: 'Alt', shown: 'Alt+P' },
  transfer: { code: 'KeyT', with: 'Alt', shown: 'Alt+T' },
  return: { code: 'KeyE', with: 'Alt', shown: 'Alt+E' },
  case: { code: 'KeyC', with: 'Alt', shown: 'Alt+C' },
  customer: { code: 'KeyO', with: 'Alt', shown: 'Alt+O' },
  palette: { code: 'KeyK', with: 'Ctrl', shown: 'Ctrl+K' },
  keys: { code: 'Slash', with: null, shown: '?' },
};

/** Of a `KeyboardEvent` what decides. */
export interface Pressed {
  readonly code: string;
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Which action is meant; null for keys that mean nothing here. `writing`: in a field for text. */
export function actionOf({ code, key, altKey, ctrlKey, metaKey }: Pressed, writing: boolean): Action | null {
  if (key === '?' && !altKey && !ctrlKey && !metaKey) return writing ? null : 'keys';
  const held = altKey && !ctrlKey && !metaKey ? 'Alt' : (ctrlKey || metaKey) && !altKey ? 'Ctrl' : null;
  if (held === null) return null;
  return ACTIONS.find((action) => KEYS_OF[action].with === held && KEYS_OF[action].code === code) ?? null;
}
