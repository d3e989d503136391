import {
  Autocomplete,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { useTexts } from '../../lib/language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Icon } from '../../parts/icons.tsx';
import { keyTexts } from './texts.ts';
import { useCommands } from './useCommands.ts';

interface Props {
  readonly current: string | null;
  readonly onClose: () => void;
}

/** Goes anywhere and does anything by a few letters. */
export function Palette({ current, onClose }: Props) {
  const words = useTexts(keyTexts);
  const { contains } = useFilter({ sensitivity: 'base' });
  const groups = useCommands(current);
  return (
    <Dialog title={words.palette} open onClose={onClose}>
      <Autocomplete filter={contains}>
        <SearchField autoFocus aria-label={words.search} className="field palette-field">
          <Input className="input" placeholder={words.search} />
        </SearchField>
        <Menu
          className="list palette"
          aria-label={words.palette}
          renderEmptyState={() => <p className="list-section">{words.nothing}</p>}
        >
          {groups
            .filter(({ commands }) => commands.length > 0)
            .map(({ id, name, commands }) => (
              <MenuSection key={id} id={id}>
                <Header className="list-section">{name}</Header>
                {commands.map((command) => (
                  <MenuItem
                    key={command.id}
                    id={command.id}
                    textValue={`${command.name} ${command.about ?? ''}`}
                    className="list-item"
                    onAction={() => {
                      onClose();
                      command.act();
                    }}
                  >
                    <Icon name={command.icon} />
                    <span>{command.name}</span>
                    {command.about !== undefined && <span className="quiet cut">{command.about}</span>}
                    {command.keys !== undefined && <kbd>{command.keys}</kbd>}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}
