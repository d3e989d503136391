import assert from 'node:assert/strict';
import type { Role } from '../../../domain/desk/staff.ts';
import type { IdempotencyKey } from '../../../domain/ids.ts';
import { until } from '../../channels/directline/line.ts';
import { DeskScene, type Opened } from './scene.ts';

describe('the clocks of cases in the events of the desk', function () {
  this.timeout(30_000);
  let scene: DeskScene;
  beforeEach(async () => {
    scene = await DeskScene.open();
  });
  afterEach(() => scene.close());

  const told = ({ frames }: Opened) =>
    frames.flatMap((frame) => (frame.type === 'event' && frame.kind === 'clock' ? [frame.data] : []));
  const happen = (what: string, supervisors: boolean) => {
    const data = { number: 'GZ1', clock: 'fault-restored', what, limit: 'x', owner: 'field-maintenance', supervisors };
    const event = { kind: 'clock', handoff: null, conversation: null, by: 'clock', data } as const;
    return scene.ledger.deskEvents.add(event, `clock-${what}` as IdempotencyKey, scene.now());
  };

  it('tell the team of a warning, and supervisors too of a breach, and others only that there was one', async () => {
    const instance = await scene.instance();
    const open = async (name: string, role: Role, skills: readonly string[]) => {
      const somebody = await scene.somebody(name, role);
      await scene.ledger.staff.update(somebody.staff.id, { skills });
      return scene.console(instance, somebody);
    };
    const team = await open('team', 'agent', ['field-maintenance']);
    const other = await open('other', 'agent', ['billing']);
    const head = await open('head', 'supervisor', []);
    await happen('warning', false);
    await happen('breach', true);
    scene.signals.send({ kind: 'desk' });
    await until('both events', () => [team, other, head].every((opened) => told(opened).length === 2));
    const whats = (opened: Opened) => told(opened).map(({ what }) => what);
    assert.deepEqual(whats(team), ['warning', 'breach']);
    assert.deepEqual(whats(head), [undefined, 'breach']);
    assert.deepEqual(told(other), [{}, {}]);
  });
});
