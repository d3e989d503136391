import { asCaseNumber } from '../domain/cases/number.ts';
import type { SurveyAnswers } from '../domain/desk/survey.ts';
import type { StaffId } from '../domain/ids.ts';
import { say } from '../locales/messages.ts';
import { reopenCase } from './confirming.ts';
import { promises } from './file.ts';
import type { Submitted } from './form.ts';
import { nextInstance, sorry } from './nextInstance.ts';
import { keyOf, type Scene } from './scene.ts';
import { refusesResult } from './verdictWords.ts';

/** OSM 2.3.2 */
export const RATED = ['quality', 'efficiency', 'attitude', 'response'] as const;

interface End {
  readonly scene: Scene;
  readonly instance: string;
  /** The customer stopped before its last question. */
  readonly early: boolean;
}

/** Records a survey as far as it was answered. One without any answer is no survey. */
export async function handIn(subject: string, agent: string | null, told: SurveyAnswers, end: End): Promise<Submitted> {
  const { scene, instance, early } = end;
  const some = Object.values(told).some((each) => each !== null);
  if (!some) return { kind: 'done', says: [say('surveyEnded', { some })] };
  const { customer, conversation, now } = scene;
  await scene.ledger.surveys.record(
    { subject, customer, conversation, agent: agent as StaffId | null, answers: told, at: now },
    keyOf(scene, instance, 'survey'),
  );
  if (!isContent(told)) return discontent(subject, told, end);
  return { kind: 'done', says: [early ? say('surveyEnded', { some }) : say('surveyThanks')] };
}

/** A mean that calls for a person (manual section 7). */
const LOW = 2;

function isContent(told: SurveyAnswers): boolean {
  const ratings = RATED.map((key) => told[key]).filter((each) => each !== null);
  const mean = ratings.reduce((sum, each) => sum + each, 0) / ratings.length;
  return told.solved !== false && !(mean <= LOW);
}

/**
 * Not solved, or a low score: the case is opened again where its stage allows it. Not solved goes to a person at once; a
 * low score is offered one, and hears the next step (CSG 7.2.3).
 */
async function discontent(subject: string, told: SurveyAnswers, { scene, instance }: End): Promise<Submitted> {
  const number = asCaseNumber(subject);
  const reopened = number === null ? null : await reopenCase(number, told.words, scene, instance);
  const words = (told.words ?? number ?? '').slice(0, 500);
  if (reopened !== null && told.solved === false) {
    const contested = reopened.kind === 'complaint' || refusesResult(words);
    const again = say('caseReopened', { number: reopened.number, promises: promises(scene.manual, reopened) });
    return {
      kind: 'done',
      says: [again, ...(contested ? [nextInstance(scene)] : [])],
      person: { reason: 'asked', words, filed: null },
    };
  }
  const { says, offer } = sorry(reopened?.number ?? null, words);
  return { kind: 'done', says: [...(number === null ? [] : [nextInstance(scene)]), ...says], offer };
}
