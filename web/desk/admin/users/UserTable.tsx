import type { StaffView } from '../../../../adapters/desk/schemas.ts';
import { useLanguage, useTexts } from '../../lib/language.tsx';
import { useCatalogue } from '../../lib/queries.ts';
import { useSession } from '../../lib/session.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Table } from '../../parts/Table.tsx';
import { languageNames } from '../../texts.ts';
import { texts as shared } from '../shared/texts.ts';
import { texts } from './texts.ts';
import type { Open } from './Users.tsx';

interface Props {
  readonly users: readonly StaffView[];
  readonly onOpen: (open: Open) => void;
}

export function UserTable({ users, onOpen }: Props) {
  const t = useTexts(texts);
  const { edit } = useTexts(shared);
  const language = useLanguage();
  const teams = useCatalogue()?.teams ?? {};
  const { user: me } = useSession();
  const actions = (user: StaffView) => (
    <div className="row-actions">
      <Button label={edit} small onPress={() => onOpen({ kind: 'edit', user })}>
        <span className="hidden"> {user.name}</span>
      </Button>
      <Menu
        label={t.more(user.name)}
        icon="menu"
        iconOnly
        small
        // nobody locks themselves out: another admin can
        items={[
          { id: 'reset', name: t.reset, act: () => onOpen({ kind: 'reset', user }), disabled: user.id === me.id },
          {
            id: 'switch',
            name: user.disabled ? t.enable : t.disable,
            act: () => onOpen({ kind: 'switch', user }),
            disabled: user.id === me.id,
          },
        ]}
      />
    </div>
  );
  return (
    <>
      <p className="quiet" role="status">
        {t.showing(users.length)}
      </p>
      <Table
        label={t.title}
        rows={users}
        keyOf={({ id }) => id}
        empty={<p className="quiet none-yet">{t.noneFound}</p>}
        columns={[
          {
            key: 'name',
            name: t.name,
            cell: ({ name, login }) => (
              <div className="cell-lines">
                <strong>{name}</strong>
                <span className="quiet">{login}</span>
              </div>
            ),
          },
          { key: 'role', name: t.role, cell: ({ role }) => t.roles[role] },
          {
            key: 'skills',
            name: t.skills,
            cell: ({ skills }) => skills.map((team) => teams[team]?.[language] ?? team).join(t.comma) || t.none,
          },
          {
            key: 'languages',
            name: t.spoken,
            cell: ({ languages }) => languages.map((each) => languageNames[each]).join(t.comma),
          },
          { key: 'limit', name: t.limit, end: true, cell: ({ limit }) => limit },
          {
            key: 'state',
            name: t.state,
            cell: ({ disabled, mustChange, totp }) => (
              <div className="cell-badges">
                <Badge tone={disabled ? 'danger' : 'ok'}>{disabled ? t.disabled : t.active}</Badge>
                {mustChange && <Badge tone="warn">{t.mustChange}</Badge>}
                {totp && <Badge>{t.totp}</Badge>}
              </div>
            ),
          },
          { key: 'actions', name: t.actions, nameHidden: true, cell: actions },
        ]}
      />
    </>
  );
}
