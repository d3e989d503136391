import { z } from 'zod';
import { COMPLAINT_CATEGORIES, type ComplaintCategory, SEVERITIES } from '../domain/labels.ts';
import { CONSENT_PURPOSES, FIELDS } from '../locales/labels.ts';
import { say } from '../locales/messages.ts';
import type { Heard } from '../nlu/heard.ts';
import { choicesOf } from './choices.ts';
import { categoryNamed, remedyIn } from './complaintWords.ts';
import { type Questions, read } from './form.ts';
import { consentAnswer, consentQuestion } from './questions/consent.ts';
import { type ContactFacts, contactQuestion, contactSchema, nameQuestion, nameSchema } from './questions/contact.ts';
import { sayable, shortened, tells } from './words.ts';
import { plainYesNo } from './yesNo.ts';

const category = z.enum(COMPLAINT_CATEGORIES);

/** OSM 7.1: the story first, in the customer's own words; only what is missing is asked after it. */
export const complaintAnswers = z.strictObject({
  story: z.string().max(10_000),
  category,
  /** Categories of the other things named. */
  others: z.array(category).max(4),
  severity: z.enum(SEVERITIES),
  remedy: z.string().max(200),
  consent: consentAnswer.optional(),
  name: nameSchema.optional(),
  contact: contactSchema.optional(),
});
export type Complaint = z.infer<typeof complaintAnswers>;

/** A wish in free words: neither a bare yes or no, nor a question of the customer's. */
function isWish(heard: Heard): boolean {
  return sayable(heard.text) && plainYesNo(heard) === null && !/[?？]\s*$/.test(heard.text);
}

/** The story of an utterance, when it tells one. */
function storyIn(heard: Heard): string | null {
  return tells(heard.text) ? heard.text.trim().slice(0, 10_000) : null;
}

/** What is understood from the telling is taken from the story itself, whenever it is read. */
const fromStory =
  <V>(find: (heard: Heard) => V) =>
  (heard: Heard, manner: 'asked' | 'volunteered' | 'opening', given: Partial<Complaint>) =>
    given.story !== undefined && heard.text.trim().slice(0, 10_000) === given.story && manner !== 'asked'
      ? read(find(heard))
      : undefined;

export const complaintQuestions: Questions<Complaint, ContactFacts> = {
  story: {
    label: FIELDS.story,
    free: 'story',
    ask: () => say('tellMe'),
    read: (heard, manner) => {
      if (manner === 'volunteered') return undefined;
      if (manner === 'asked') return sayable(heard.text) ? read(heard.text.trim().slice(0, 10_000)) : undefined;
      const story = storyIn(heard);
      return story === null ? undefined : read(story);
    },
    show: (value) => shortened(value),
    more: (heard, value) =>
      heard.band === 'act' && heard.intent === 'complaint.file' && tells(heard.text)
        ? `${value}\n${heard.text.trim()}`.slice(0, 10_000)
        : null,
  },
  category: {
    label: FIELDS.category,
    implied: true,
    ask: () => say('askCategory'),
    choices: (_given, _facts, scene) =>
      choicesOf(Object.fromEntries(COMPLAINT_CATEGORIES.map((id) => [id, scene.manual.complaintCategories[id].names]))),
    pick: (value) => {
      const found = COMPLAINT_CATEGORIES.find((id) => id === value);
      return found ? read(found) : undefined;
    },
    read: (heard, manner, given) => {
      const understood = fromStory((h) => h.complaint.category)(heard, manner, given);
      if (understood) return understood;
      if (given.category === undefined && manner !== 'asked') return undefined;
      const found = heard.text.length <= 40 ? categoryNamed(heard.text) : null;
      return found ? read(found) : undefined;
    },
    show: (value, given, scene) => {
      const names = (id: ComplaintCategory) => scene.manual.complaintCategories[id].names;
      const others = (given.others ?? []).filter((id) => id !== value);
      if (others.length === 0) return names(value);
      const list = (language: 'zh-Hans' | 'zh-Hant' | 'en', sep: string) =>
        others.map((id) => names(id)[language]).join(sep);
      return {
        'zh-Hans': `${names(value)['zh-Hans']}（另涉及${list('zh-Hans', '、')}）`,
        'zh-Hant': `${names(value)['zh-Hant']}（另涉及${list('zh-Hant', '、')}）`,
        en: `${names(value).en} (also ${list('en', ', ')})`,
      };
    },
  },
  others: {
    label: FIELDS.category,
    fixed: true,
    implied: true,
    ask: () => say('askCategory'),
    read: fromStory((heard) => [...heard.complaint.also]),
    show: () => null,
  },
  severity: {
    label: FIELDS.severity,
    implied: true,
    ask: () => say('askSeverity'),
    choices: (_given, _facts, scene) =>
      choicesOf(Object.fromEntries(SEVERITIES.map((id) => [id, scene.manual.severities[id].names]))),
    pick: (value) => {
      const found = SEVERITIES.find((id) => id === value);
      return found ? read(found) : undefined;
    },
    read: fromStory((heard) => heard.complaint.severity),
    show: (value, _given, scene) => scene.manual.severities[value].names,
  },
  remedy: {
    label: FIELDS.remedy,
    free: 'words',
    ask: () => say('askRemedy'),
    choices: (_given, _facts, scene) =>
      choicesOf(Object.fromEntries(Object.entries(scene.manual.remedies).map(([id, remedy]) => [id, remedy.names]))),
    read: (heard, manner, given) => {
      const wanted = remedyIn(heard.text);
      if (wanted && (manner === 'asked' || given.story !== undefined || storyIn(heard) !== null)) return read(wanted);
      return manner === 'asked' && isWish(heard) ? read(heard.text.trim().slice(0, 200)) : undefined;
    },
    show: (value, _given, scene) => scene.manual.remedies[value]?.names ?? value,
  },
  consent: consentQuestion<Complaint, ContactFacts>(CONSENT_PURPOSES.complaint),
  name: nameQuestion<Complaint, ContactFacts>(),
  contact: contactQuestion<Complaint, ContactFacts>(),
};
