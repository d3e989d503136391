/** How an agent likes the console; of this browser, not of the account. */
export interface Preferences {
  readonly theme: 'auto' | 'light' | 'dark';
  readonly density: 'compact' | 'comfortable';
  /** Shortcut keys are on (WCAG 2.1.4: one switch turns all of them off). */
  readonly keys: boolean;
  /** Enter sends; off: only Ctrl+Enter does. */
  readonly enterSends: boolean;
  readonly sound: boolean;
  /** The pane about the customer is shown. */
  readonly context: boolean;
}

export const DEFAULTS: Preferences = {
  theme: 'auto',
  density: 'compact',
  keys: true,
  enterSends: true,
  sound: true,
  context: true,
};

/** Takes what is of the right kind and the default for everything else. */
export function readPreferences(found: unknown): Preferences {
  const of = (key: keyof Preferences): unknown =>
    typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  const flag = (key: 'keys' | 'enterSends' | 'sound' | 'context') => {
    const value = of(key);
    return typeof value === 'boolean' ? value : DEFAULTS[key];
  };
  const theme = of('theme');
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    density: of('density') === 'comfortable' ? 'comfortable' : 'compact',
    keys: flag('keys'),
    enterSends: flag('enterSends'),
    sound: flag('sound'),
    context: flag('context'),
  };
}
