import assert from 'node:assert/strict';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import { offers } from '../../../domain/desk/routing.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import type { StaffId } from '../../../domain/ids.ts';
import { aStaff, heldBy, MINUTE, NOW, offeredTo, present, waiting } from './samples.ts';

const [amy, ben, cho] = [present('amy'), present('ben'), present('cho')];

describe('offers', () => {
  const made = (
    handoffs: readonly Handoff[],
    agents: readonly StaffMember[],
    served: ReadonlyMap<string, StaffId> = new Map(),
    now = NOW,
  ) => offers(handoffs, agents, served, now).map(({ handoff, agent }) => `${handoff.id} ${agent}`);
  const toWhom = (handoff: Handoff, agents: readonly StaffMember[], now = NOW) =>
    made([handoff], agents, new Map(), now).map((one) => one.split(' ')[1]);

  it('go in the order of the queue, one at a time to an agent', () => {
    const queue = [waiting('b', { waitingSince: NOW + 1 }), waiting('a'), waiting('c', { first: true })];
    assert.deepEqual(made(queue, [amy, ben]), ['c amy', 'a ben']);
    assert.deepEqual(made([waiting('a'), waiting('x', { owner: offeredTo(amy.id) })], [amy]), []);
  });

  it('go to nobody who is full, busy, away, silent or disabled', () => {
    const full = { ...amy, limit: 1 };
    assert.deepEqual(made([waiting('a'), waiting('x', { owner: heldBy(amy.id) })], [full]), []);
    assert.deepEqual(made([waiting('a'), waiting('x', { owner: heldBy(amy.id) })], [{ ...full, limit: 2 }]), ['a amy']);
    for (const out of [
      { status: 'busy' },
      { status: 'away' },
      { seenAt: 0 },
      { disabled: true },
      { limit: 0 },
    ] as const)
      assert.deepEqual(toWhom(waiting('a'), [{ ...amy, ...out }]), []);
  });

  it('go to who served the customer, then to who knows the topic, then to who has least to do', () => {
    const a = waiting('a');
    const load = waiting('x', { owner: heldBy(amy.id) });
    const skilled = { ...amy, skills: ['complaints-desk'] };
    assert.deepEqual(made([a, load], [amy, ben]), ['a ben']);
    assert.deepEqual(
      made(
        [a, load],
        [
          { ...amy, limit: 9 },
          { ...ben, limit: 1 },
        ],
      ),
      ['a ben'],
      'a share of their seats',
    );
    assert.deepEqual(made([a, load], [skilled, ben]), ['a amy']);
    assert.deepEqual(made([a], [skilled, ben], new Map([[a.customer, ben.id]])), ['a ben']);
  });

  describe('in another language', () => {
    const english = waiting('a', { language: 'en' });
    const speaker = present('eve', { languages: ['en'] });
    it('wait for who speaks it while they are there and not away, but not for ever', () => {
      assert.deepEqual(toWhom(english, [amy, speaker]), ['eve']);
      const full = { ...speaker, limit: 0 };
      assert.deepEqual(toWhom(english, [{ ...amy, skills: ['complaints-desk'] }, full]), []);
      assert.deepEqual(toWhom(english, [amy, full], NOW + 9 * MINUTE), []);
      const later = NOW + 10 * MINUTE;
      const still = [amy, full].map((one) => ({ ...one, seenAt: later }));
      assert.deepEqual(toWhom(english, still, later), ['amy']);
      assert.deepEqual(toWhom(english, [amy, { ...speaker, status: 'away' }]), ['amy']);
    });
    it('stay with who speaks it when they let one pass', () => {
      assert.deepEqual(toWhom({ ...english, passed: [speaker.id] }, [amy, speaker]), ['eve']);
    });
  });

  describe('after a transfer', () => {
    const forBen = waiting('a', { wanted: { agent: ben.id } });
    const forTeam = waiting('a', { wanted: { team: 'faults' } });
    const expert = { ...ben, skills: ['faults'] };
    it('are for the agent that it names while they are there, whatever they speak, but not for ever', () => {
      assert.deepEqual(toWhom(forBen, [amy, ben]), ['ben']);
      assert.deepEqual(toWhom(forBen, [amy, { ...ben, languages: ['en'] }]), ['ben']);
      assert.deepEqual(toWhom(forBen, [amy, { ...ben, limit: 0 }]), []);
      assert.deepEqual(toWhom(forBen, [amy, { ...ben, status: 'busy' }]), ['amy']);
      const later = NOW + 10 * MINUTE;
      const still = [amy, { ...ben, limit: 0 }].map((one) => ({ ...one, seenAt: later }));
      assert.deepEqual(toWhom(forBen, still, later), ['amy']);
    });
    it('are for the team that it names while one of it is there', () => {
      assert.deepEqual(toWhom(forTeam, [amy, expert]), ['ben']);
      assert.deepEqual(toWhom(forTeam, [amy, { ...expert, limit: 0 }]), []);
      assert.deepEqual(toWhom(forTeam, [amy, ben]), ['amy']);
    });
  });

  it('go round: first to those who did not pass, then to the one who passed longest ago', () => {
    const passedBy = (...names: string[]) => waiting('a', { passed: names.map(aStaff) });
    const agents = [{ ...amy, skills: ['complaints-desk'] }, ben, cho];
    assert.deepEqual(toWhom(passedBy('amy'), agents), ['ben']);
    assert.deepEqual(toWhom(passedBy('amy', 'ben'), agents), ['cho']);
    assert.deepEqual(toWhom(passedBy('amy', 'ben', 'cho'), agents), ['amy']);
    assert.deepEqual(toWhom(passedBy('ben', 'cho', 'amy'), agents), ['ben']);
  });
});
