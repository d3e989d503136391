import assert from 'node:assert/strict';
import type { IdempotencyKey } from '../../../domain/ids.ts';
import { manual, memoryLedger } from '../../conversations/talk.ts';
import { type Neighbour, Street } from './street.ts';

const MINUTE = 60_000;
const STORY = '宽带断网了，地址福田区深南大道88号，从今天早上开始一直这样，全家都上不了，光猫重启过了，之前没什么变化';
const ENOUGH = manual.outages.suspectedReports;

describe('an outage, from the first report to the end', () => {
  let street: Street;
  beforeEach(async () => {
    street = new Street(await memoryLedger());
  });
  afterEach(() => street.ledger.close());

  /** Reports the fault without leaving a phone number. */
  async function reports(who: Neighbour, ...first: string[]): Promise<void> {
    let said = await who.says(...(first.length > 0 ? first : [STORY]));
    for (let turns = 0; !said.includes('faultTaken'); turns++) {
      assert.ok(turns < 8, `the report is never taken: ${said.join(', ')}`);
      if (said.at(-1) === 'askConsent') said = await who.says('不同意');
      else if (said.at(-1) === 'askContact') said = await who.says('13800138000');
      else said = await who.says('#0');
    }
  }
  const suspicion = async () => {
    const [alert] = await street.ledger.alerts.open(10);
    assert.equal(alert?.kind, 'outage-suspected');
    return alert.outage ?? '';
  };
  const numberOf = (words: string | undefined) => /GZ[\w-]+/.exec(words ?? '')?.[0] ?? '';

  it('reports, suspicion, confirmed, told, ended, told, and not over for everybody', async () => {
    const early = Array.from({ length: ENOUGH }, (_, i) => street.neighbour(`early-${i}`));
    for (const [i, each] of early.entries()) {
      assert.deepEqual(await street.ledger.alerts.open(10), [], `suspected after ${i}`);
      await reports(each);
    }
    await street.later(MINUTE);
    assert.deepEqual(
      early.flatMap((each) => each.told()),
      [],
      'nobody is alarmed by what nobody has looked at',
    );

    // who comes now hears that it is being checked; another area does not
    const [late, waits, far] = ['late', 'waits', 'far'].map((name) => street.neighbour(name));
    assert.ok(late && waits && far);
    assert.ok((await late.says(STORY)).includes('outageSuspected'));
    assert.ok(!(await far.says(STORY.replace('福田区', '天河区'))).includes('outageSuspected'));
    assert.ok((await waits.says(STORY)).includes('outageSuspected'));

    const id = await suspicion();
    const expectedRepair = street.now + 2 * 60 * MINUTE;
    await street.ledger.outages.confirm(id, { by: 'boss', expectedRepair }, street.now);
    await street.later(MINUTE);
    for (const each of [...early, late, waits]) assert.deepEqual(each.told(), ['outageOpened']);
    assert.deepEqual(far.told(), []);
    assert.match(early[0]?.last()?.text ?? '', /深圳福田宽带.*预计.*恢复.*报修 GZ/s);

    // one who is told of it and only waits
    const later = street.neighbour('later');
    const said = await later.says('宽带断网了，地址福田区深南大道88号', '今天早上');
    const known = said.includes('knownOutage') ? said : await later.says('#0');
    assert.ok(known.includes('knownOutage'), known.join());
    await later.says('#1');
    await street.later(MINUTE);
    assert.deepEqual(later.told(), [], 'it heard all there is');

    await street.ledger.outages.update(id, { expectedRepair: expectedRepair + MINUTE }, street.now);
    await street.later(MINUTE);
    for (const each of [...early, late, waits, later]) assert.deepEqual(each.told(), ['outageExpected']);
    await street.ledger.outages.update(id, { expectedRepair: expectedRepair + MINUTE }, street.now);
    await street.ledger.outages.update(id, { endedAt: street.now }, street.now);
    await street.later(MINUTE);
    for (const each of [...early, late, waits, later]) assert.deepEqual(each.told(), ['outageEnded']);
    await street.later(MINUTE);
    for (const each of [...early, late, waits, later, far]) assert.deepEqual(each.told(), [], 'once each');

    // the report stays open; whoever says that it is not over is heard
    const [unlucky] = early;
    const number = numberOf(unlucky?.last()?.text);
    assert.deepEqual(await unlucky?.says('#0'), ['urged']);
    const [found] = (await street.ledger.cases.list({ kind: 'fault', limit: 50 })).cases.filter(
      (each) => each.number === number,
    );
    assert.deepEqual([found?.stage, found?.history.at(-1)?.what], ['registered', 'urged']);
    assert.ok(found?.links.includes(id));
    const again = await later.says('#0');
    assert.ok(
      again.some((name) => /^(ask|tell|sorryForFault|selfCheck)/.test(name)),
      again.join(),
    );
  });

  it('dismissed, nobody hears of it', async () => {
    const early = Array.from({ length: ENOUGH }, (_, i) => street.neighbour(`early-${i}`));
    for (const each of early) await reports(each);
    await street.ledger.outages.dismiss(await suspicion(), { by: 'boss' }, street.now);
    await street.later(MINUTE);
    assert.deepEqual(
      early.flatMap((each) => each.told()),
      [],
    );
    assert.ok(!(await street.neighbour('late').says(STORY)).includes('outageSuspected'));
  });

  it('its end goes to where the customer was last, and to nobody who writes in their place', async () => {
    const one = street.neighbour('one');
    const open = { area: 'sz-futian', service: 'broadband', since: street.now, expectedRepair: null };
    const { id } = await street.ledger.outages.open(open, 'k' as IdempotencyKey, street.now);
    const said = await one.says('宽带断网了，地址福田区深南大道88号', '今天早上');
    if (!said.includes('knownOutage')) assert.ok((await one.says('#0')).includes('knownOutage'));
    // mid-form: the news come between, without quick replies that would take the question's place
    await street.ledger.outages.update(id, { endedAt: street.now }, street.now);
    await street.later(MINUTE);
    assert.deepEqual(one.told(), ['outageEnded']);
    assert.equal(one.last()?.suggestedActions, undefined);
  });

  it('a major fault calls the duty at the moment it is filed, with the duty team as its owner', async () => {
    const one = street.neighbour('hospital');
    const before = await one.says('我们医院整栋楼都断网了，地址福田区深南大道88号，从今天早上开始一直这样');
    assert.deepEqual(await street.ledger.alerts.open(10), [], `nothing is filed yet: ${before.join()}`);
    await reports(one, '之前没什么变化');
    const [alert] = await street.ledger.alerts.open(10);
    assert.deepEqual([alert?.kind, alert?.area], ['major-fault', 'sz-futian']);
    const [filed] = (await street.ledger.cases.list({ kind: 'fault', limit: 5 })).cases;
    assert.deepEqual([filed?.owner, alert?.case], [manual.faultLevels.major.team, filed?.number]);
    const events = await street.ledger.deskEvents.after(0, 50);
    assert.deepEqual(
      events.filter(({ kind }) => kind === 'alert').map(({ data }) => data.what),
      ['raised'],
    );
  });
});
