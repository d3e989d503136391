import { Menu as Choices, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './icons.tsx';

export interface Item {
  readonly id: string;
  readonly name: string;
  readonly icon?: IconName;
  readonly act: () => void;
  readonly disabled?: boolean;
  /** Keys that do the same. */
  readonly keys?: string;
  /** A line above it. */
  readonly divided?: boolean;
}

interface Props {
  readonly label: string;
  readonly icon?: IconName;
  readonly iconOnly?: boolean;
  readonly small?: boolean;
  readonly items: readonly Item[];
}

/** A button that opens a list of actions. */
export function Menu({ label, icon, iconOnly = false, small = false, items }: Props) {
  return (
    <MenuTrigger>
      <Button
        label={label}
        variant={iconOnly ? 'plain' : 'secondary'}
        iconOnly={iconOnly}
        small={small}
        {...(icon ? { icon } : {})}
      />
      <Popover className="popover" placement="bottom end" offset={4}>
        <Choices className="list" aria-label={label}>
          {items.flatMap(({ id, name, icon: own, act, disabled, keys, divided }) => [
            ...(divided ? [<Separator key={`${id}-line`} className="list-divider" />] : []),
            <MenuItem
              key={id}
              className="list-item"
              id={id}
              textValue={name}
              onAction={act}
              isDisabled={disabled ?? false}
            >
              {own && <Icon name={own} />}
              {name}
              {keys !== undefined && <kbd>{keys}</kbd>}
            </MenuItem>,
          ])}
        </Choices>
      </Popover>
    </MenuTrigger>
  );
}
