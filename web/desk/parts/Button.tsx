import type { ReactNode, Ref } from 'react';
import { Button as Pressable } from 'react-aria-components';
import { Icon, type IconName } from './icons.tsx';

interface Props {
  /** Words on the button; its name where it shows only an icon. */
  readonly label: string;
  readonly onPress?: () => void;
  readonly variant?: 'primary' | 'secondary' | 'danger' | 'plain';
  readonly small?: boolean;
  readonly icon?: IconName;
  /** Shows the icon only; `label` is the name. */
  readonly iconOnly?: boolean;
  readonly disabled?: boolean;
  /** Under way: cannot be pressed again. */
  readonly pending?: boolean;
  readonly submit?: boolean;
  readonly className?: string;
  /** Key that does the same, as the browser announces it, e.g. `Alt+A`. */
  readonly shortcut?: string;
  readonly expanded?: boolean;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button(props: Props) {
  const { label, variant = 'secondary', icon, iconOnly = false, small = false, pending = false } = props;
  const classes = ['button', variant, small && 'small', iconOnly && 'icon-only', props.className];
  return (
    <Pressable
      className={classes.filter(Boolean).join(' ')}
      type={props.submit ? 'submit' : 'button'}
      isDisabled={props.disabled ?? false}
      isPending={pending}
      {...(props.onPress ? { onPress: props.onPress } : {})}
      {...(iconOnly ? { 'aria-label': label } : {})}
      {...(props.shortcut ? { 'aria-keyshortcuts': props.shortcut } : {})}
      {...(props.expanded === undefined ? {} : { 'aria-expanded': props.expanded })}
      {...(props.ref ? { ref: props.ref } : {})}
      {...(iconOnly ? { render: (own) => <button {...own} title={label} /> } : {})}
    >
      {pending ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {!iconOnly && label}
      {props.children}
    </Pressable>
  );
}
