import { asCaseNumber } from '../domain/cases/number.ts';
import type { SurveyAnswers } from '../domain/desk/survey.ts';
import type { CaseNumber, StaffId } from '../domain/ids.ts';
import { NO, YES } from '../locales/labels.ts';
import { type Say, say } from '../locales/messages.ts';
import type { Submitted } from './form.ts';
import { keyOf, type Scene } from './scene.ts';
import { personOffer } from './talk.ts';

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

/** Not solved, or a low score: the case is opened again where its stage allows it, and a person is offered. */
async function discontent(subject: string, told: SurveyAnswers, { scene, instance }: End): Promise<Submitted> {
  const number = asCaseNumber(subject);
  const reopened = number !== null && (await reopen(number, told, scene, instance)) ? number : null;
  const sorry: Say = say(
    'surveySorry',
    { reopened },
    {
      choices: [
        { value: 'yes', label: YES },
        { value: 'no', label: NO },
      ],
    },
  );
  return { kind: 'done', says: [sorry], offer: personOffer(told.words ?? reopened ?? '', 'asked') };
}

async function reopen(number: CaseNumber, told: SurveyAnswers, scene: Scene, instance: string): Promise<boolean> {
  const { cases } = scene.ledger;
  const found = await cases.find(number);
  if (found?.customer !== scene.customer) return false;
  const entry = { by: 'customer', note: told.words };
  const moved = await cases.move(number, 'reopened', entry, keyOf(scene, instance, 'reopen'), scene.now);
  return moved.kind === 'moved';
}
