import { z } from 'zod';
import { COMPLAINT_CATEGORIES, type ComplaintCategory, SEVERITIES } from '../domain/labels.ts';
import { CONSENT_PURPOSES, FIELDS } from '../locales/labels.ts';
import { say } from '../locales/messages.ts';
import type { Heard } from '../nlu/heard.ts';
import { choicesOf } from './choices.ts';
import { categoryNamed, recounts, remedyIn, wantsSeveral } from './complaintWords.ts';
import { correctionIn } from './correction.ts';
import { restLength } from './entities.ts';
import { type Questions, read } from './form.ts';
import { isOutburst } from './mood.ts';
import { consentAnswer, consentQuestion } from './questions/consent.ts';
import { type ContactFacts, contactQuestion, contactSchema, nameQuestion, nameSchema } from './questions/contact.ts';
import { isContactAlone } from './questions/contactWords.ts';
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

/** A wish in free words: neither a bare yes or no, nor a question of the customer's, nor more of the story. */
function isWish(heard: Heard): boolean {
  const bareTime = heard.entities.some((e) => e.type === 'time') && restLength(heard, ['time']) <= 2;
  const number = heard.entities.some((e) => e.type === 'phone');
  const other = plainYesNo(heard) !== null || /[?？]\s*$/.test(heard.text) || recounts(heard.text);
  return sayable(heard.text) && !other && !bareTime && !number;
}

/** Longest wish that stands on the summary in the customer's own words, in UTF-16 units. */
const OWN_WORDS = 60;

/** So short, in UTF-16 units, that it says no more than that somebody complains. */
const SHORT = 6;
/** More of the story: told as such, or put right ("no, it was 139"). */
function isMore(heard: Heard): boolean {
  const putRight = correctionIn(heard.text) !== null;
  if (putRight && (recounts(heard.text) || heard.entities.some((e) => e.type === 'time' || e.type === 'money')))
    return true;
  const asks = heard.text.trim().length <= SHORT || /[?？吗嗎]\s*$/u.test(heard.text);
  const complains = heard.band === 'act' && heard.intent === 'complaint.file' && !asks;
  return tells(heard.text) && (complains || putRight || recounts(heard.text));
}

/** Asked for the story, anything is it but a bare yes or no, and somebody's name and number. */
function isTold(heard: Heard): boolean {
  return sayable(heard.text) && plainYesNo(heard) === null && !isContactAlone(heard);
}

/** The story of an utterance, when it tells one. */
function storyIn(heard: Heard): string | null {
  return tells(heard.text) && !isOutburst(heard.text) ? heard.text.trim().slice(0, 10_000) : null;
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
      if (manner === 'asked') return isTold(heard) ? read(heard.text.trim().slice(0, 10_000)) : undefined;
      const story = storyIn(heard);
      return story === null ? undefined : read(story);
    },
    show: (value) => shortened(value),
    more: (heard, value) => (isMore(heard) ? `${value}\n${heard.text.trim()}`.slice(0, 10_000) : null),
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
    // nobody is told that what they suffered is minor
    show: (value, _given, scene) => (value === 'minor' ? null : scene.manual.severities[value].names),
  },
  remedy: {
    label: FIELDS.remedy,
    free: 'words',
    ask: () => say('askRemedy'),
    choices: (_given, _facts, scene) =>
      choicesOf(Object.fromEntries(Object.entries(scene.manual.remedies).map(([id, remedy]) => [id, remedy.names]))),
    read: (heard, manner, given) => {
      const several = wantsSeveral(heard.text) && heard.text.length <= OWN_WORDS;
      const wanted = several ? heard.text.trim() : remedyIn(heard.text);
      if (wanted && (manner === 'asked' || given.story !== undefined || storyIn(heard) !== null)) return read(wanted);
      return manner === 'asked' && isWish(heard) ? read(heard.text.trim().slice(0, 200)) : undefined;
    },
    unsure: '',
    show: (value, _given, scene) => scene.manual.remedies[value]?.names ?? (value || null),
  },
  consent: consentQuestion<Complaint, ContactFacts>({ purpose: CONSENT_PURPOSES.complaint }),
  name: nameQuestion<Complaint, ContactFacts>(),
  contact: contactQuestion<Complaint, ContactFacts>({ purpose: CONSENT_PURPOSES.complaint }),
};
