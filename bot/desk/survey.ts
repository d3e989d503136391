import { z } from 'zod';
import type { Scene } from '../../dialogs/scene.ts';
import { SURVEY } from '../../locales/labels.ts';
import { type Say, say } from '../../locales/messages.ts';
import type { ConversationState } from '../state.ts';
import type { Turned } from '../world.ts';
import { later } from './resume.ts';

const solvedNews = z.looseObject({ number: z.string(), stage: z.literal('resolved') });

/** Number of the case that the news call solved. */
export function solvedCase(name: string | undefined, value: unknown): string | null {
  const news = name === 'case.stage' ? solvedNews.safeParse(value) : null;
  return news?.success ? news.data.number : null;
}

/**
 * When solved: the result, then the survey (manual section 7). Offered; while something else is under way it comes after
 * that, and while a person is there not at all, since their own survey follows.
 */
export function offerSurvey(state: ConversationState, number: string, notice: readonly Say[], scene: Scene): Turned {
  const { dialog } = state;
  if (state.with.kind !== 'bot') return { state, says: notice };
  const about = { subject: number, agent: null };
  if (dialog.form || dialog.offer) {
    const suspended = [later('survey', about, scene), ...dialog.suspended].slice(-3);
    return { state: { ...state, dialog: { ...dialog, suspended } }, says: notice };
  }
  const choices = [
    { value: 'yes', label: SURVEY.now },
    { value: 'no', label: SURVEY.notNow },
  ];
  return {
    state: { ...state, dialog: { ...dialog, offer: { kind: 'begin', form: 'survey', answers: about } } },
    says: [...notice, say('offerSurvey', {}, { choices })],
  };
}
