import assert from 'node:assert/strict';
import type { Case, HistoryEntry, Stage } from '../../../domain/cases/case.ts';
import {
  detailOf,
  INCIDENT_STEPS,
  type IncidentCase,
  type IncidentGrade,
  type IncidentStepName,
  incidentOf,
  isGrave,
  isIncident,
  missingBefore,
  type NewIncidentStep,
  recordRefused,
} from '../../../domain/cases/incident.ts';
import { aCaseNumber, aComplaint, NOON } from '../../contracts/ledgerFixtures.ts';

const GRADED: NewIncidentStep = { step: 'graded', grade: 'larger' };
const TOLD: NewIncidentStep = { step: 'told', nobodyAffected: false };
const stepOf = (step: IncidentStepName): NewIncidentStep =>
  step === 'graded' ? GRADED : step === 'told' ? TOLD : { step };
const done = (step: NewIncidentStep | IncidentStepName, by = 'one'): HistoryEntry => {
  const detail = detailOf(typeof step === 'string' ? stepOf(step) : step);
  return { at: NOON, by, what: 'incident', detail, note: `${detail} by ${by}` };
};
const moved = (stage: Stage): HistoryEntry => ({ at: NOON, by: 'one', what: 'stage', detail: stage, note: null });
const incident = (history: readonly HistoryEntry[], more: Partial<Case> = {}): Case => ({
  ...{ ...aComplaint({ kind: 'security', category: null }), number: aCaseNumber('AQ'), stage: 'classified' },
  ...{ openedAt: NOON, history, ...more },
});
const why = (file: IncidentCase, step: NewIncidentStep | IncidentStepName, by = 'two') => {
  const refused = recordRefused(file, typeof step === 'string' ? stepOf(step) : step, by);
  return refused === null ? null : [refused.why, ...refused.missing];
};

describe('security incidents', () => {
  it('are cases of their kind, faults of that category, and what was graded once', () => {
    assert.ok(isIncident(incident([])));
    assert.ok(isIncident(incident([], { kind: 'fault', category: 'security' })));
    assert.ok(!isIncident(incident([], { kind: 'fault', category: 'equipment' })));
    assert.ok(!isIncident(incident([], { kind: 'complaint', category: 'other' })));
    assert.ok(isIncident(incident([done('graded')], { kind: 'fault', category: 'equipment' })));
    assert.equal(incidentOf(incident([], { kind: 'complaint' })), null);
  });

  it('take the manual’s steps in its order, but contain and tell before the cause is known', () => {
    const anytime = ['graded', 'investigated', 'contained', 'told'];
    const contained = ['graded', 'investigated', 'contained', 'restored', 'told'];
    const expected = [['graded'], anytime, anytime, contained, contained, INCIDENT_STEPS, []];
    for (const [count, next] of expected.entries()) {
      const file = incident(INCIDENT_STEPS.slice(0, count).map((step) => done(step)));
      assert.deepEqual(incidentOf(file)?.next, next, `after ${count}`);
      for (const step of INCIDENT_STEPS)
        assert.equal(why(file, step) === null, next.includes(step), `${step} ${count}`);
    }
  });

  it('say what is missing before a step', () => {
    assert.deepEqual(why(incident([]), 'contained'), ['missing', 'graded']);
    assert.deepEqual(why(incident([done('graded')]), 'restored'), ['missing', 'contained']);
    assert.deepEqual(why(incident([done('graded'), done('contained')]), 'reviewed'), [
      'missing',
      ...['investigated', 'restored', 'told'],
    ]);
  });

  it('find out that nobody is affected before they say so', () => {
    const nobody: NewIncidentStep = { step: 'told', nobodyAffected: true };
    assert.deepEqual(why(incident([done('graded')]), nobody), ['missing', 'investigated']);
    const file = incident([done('graded'), done('investigated'), done(nobody)]);
    assert.equal(why(file, nobody), null);
    assert.deepEqual(
      incidentOf(file)?.steps.map(({ step, nobodyAffected }) => [step, nobodyAffected]),
      [
        ['graded', false],
        ['investigated', false],
        ['told', true],
      ],
    );
  });

  it('are graded anew, and the newest grade holds', () => {
    const later = done({ step: 'graded', grade: 'gravest' });
    const whole = incidentOf(incident([done('graded'), done('contained'), later]));
    assert.equal(whole?.grade, 'gravest');
    assert.deepEqual(
      whole?.steps.map(({ grade }) => grade),
      ['larger', null, 'gravest'],
    );
    assert.deepEqual(whole?.steps.at(-1), {
      ...{ step: 'graded', grade: 'gravest', nobodyAffected: false, text: 'graded gravest by one', by: 'one' },
      ...{ at: NOON, stands: true },
    });
  });

  it('are reviewed by somebody who neither contained nor restored them, and then are done', () => {
    const history = [
      ...[done('graded', 'head'), done('investigated', 'head'), done('contained', 'one'), done('restored', 'two')],
      done('told', 'head'),
    ];
    for (const by of ['one', ' ONE', 'two']) assert.deepEqual(why(incident(history), 'reviewed', by), ['same hand']);
    assert.equal(why(incident(history), 'reviewed', 'head'), null);
    const reviewed = incident([...history, done('reviewed', 'head')]);
    for (const step of INCIDENT_STEPS) assert.deepEqual(why(reviewed, step, 'three'), ['reviewed'], step);
    assert.deepEqual(incidentOf(reviewed)?.next, []);
  });

  it('take nothing at rest, and other cases nothing ever', () => {
    for (const stage of ['closed', 'withdrawn'] as const)
      assert.deepEqual(why(incident([], { stage }), 'graded'), ['at rest']);
    assert.deepEqual(why(incident([], { kind: 'complaint' }), 'graded'), ['no incident']);
  });

  it('do not go on before the steps of the new stage are recorded', () => {
    const missing = (to: Stage, ...steps: IncidentStepName[]) =>
      missingBefore(incident(steps.map((step) => done(step))), to);
    assert.deepEqual(missing('classified'), []);
    assert.deepEqual(missing('investigating'), []);
    assert.deepEqual(missing('resolved'), []);
    assert.deepEqual(missing('closed'), INCIDENT_STEPS);
    assert.deepEqual(missing('closed', 'graded', 'contained', 'restored'), ['investigated', 'told', 'reviewed']);
    assert.deepEqual(missing('closed', ...INCIDENT_STEPS), []);
    assert.deepEqual(missing('reopened'), []);
    assert.deepEqual(missing('withdrawn'), [], 'its customer may take an ungraded report back');
    assert.deepEqual(missing('withdrawn', 'graded'), ['told', 'reviewed']);
    assert.deepEqual(missingBefore(incident([], { kind: 'fault', category: 'equipment' }), 'closed'), []);
  });

  it('are handled anew once reopened; the grade stays', () => {
    const file = incident([...INCIDENT_STEPS.map((step) => done(step)), moved('closed'), moved('reopened')]);
    assert.deepEqual(missingBefore(file, 'closed'), ['investigated', 'contained', 'restored', 'told', 'reviewed']);
    assert.deepEqual(why(file, 'restored'), ['missing', 'contained']);
    assert.deepEqual(
      incidentOf(file)?.steps.map(({ stands }) => stands),
      [true, false, false, false, false, false],
    );
    const handled = ['investigated', 'contained', 'restored', 'told'] as const;
    const again = { ...file, history: [...file.history, ...handled.map((step) => done(step, 'two'))] };
    assert.equal(why(again, 'reviewed', 'one'), null, 'who handled its former life may review this one');
    assert.deepEqual(why(again, 'reviewed', 'two'), ['same hand']);
  });

  it('call the duty from major on', () => {
    const grades: readonly IncidentGrade[] = ['general', 'larger', 'major', 'gravest'];
    assert.deepEqual(grades.map(isGrave), [false, false, true, true]);
  });
});
