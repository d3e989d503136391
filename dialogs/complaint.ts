import { z } from 'zod';
import { COMPLAINT_CATEGORIES, type ComplaintCategory, SEVERITIES } from '../domain/labels.ts';
import { CONSENT_PURPOSES, FIELDS, FORM_TITLES } from '../locales/labels.ts';
import { say } from '../locales/messages.ts';
import type { Heard } from '../nlu/heard.ts';
import { choicesOf } from './choices.ts';
import { caseCard, fileCase, promises } from './file.ts';
import { anyForm } from './filling.ts';
import { type Questions, read } from './form.ts';
import { consentQuestion, recordConsent } from './questions/consent.ts';
import {
  type ContactFacts,
  contactFacts,
  contactOf,
  contactQuestion,
  contactSchema,
  saveContact,
} from './questions/contact.ts';
import { mentions, tells } from './words.ts';

const category = z.enum(COMPLAINT_CATEGORIES);

/** OSM 7.1: the story first, in the customer's own words; only what is missing is asked after it. */
const answers = z.strictObject({
  story: z.string().max(10_000),
  category,
  /** Categories of the other things named. */
  others: z.array(category).max(4),
  severity: z.enum(SEVERITIES),
  remedy: z.string().max(200),
  consent: z.enum(['yes', 'no']).optional(),
  contact: contactSchema.optional(),
});
type Complaint = z.infer<typeof answers>;

const REMEDIES: readonly (readonly [string, RegExp])[] = [
  ['refund', /退(钱|錢|费|費|款|还|還|回)|把钱|把錢|返还|返還|refund|money back|reimburse/],
  ['compensation', /赔|賠|补偿|補償|compensat/],
  ['apology', /道歉|赔礼|賠禮|apolog|say sorry/],
  [
    'cancel-plan',
    /(取消|退订|退訂|关掉|關掉|停掉).{0,8}(业务|業務|套餐|方案|服务|服務|功能)|cancel (the|my|this) (plan|service|subscription|contract)/,
  ],
  [
    'fix',
    /修好|尽快(修|处理|解决)|盡快(修|處理|解決)|赶紧(修|处理|解决)|解决(一下|问题)|解決(一下|問題)|恢复|恢復|整改|改正|fix (it|this)|put (it|this) right|sort (it|this) out|resolve/,
  ],
  [
    'explanation',
    /解释|解釋|说明|說明|说法|說法|给个(说法|交代)|給個(說法|交代)|为什么|為什麼|怎么回事|怎麼回事|explain|explanation|why (was|did|am|have)/,
  ],
];

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

/** A category named in words on the summary: "不是资费，是服务态度". */
const NAMED: readonly (readonly [ComplaintCategory, RegExp])[] = [
  ['service-quality', /服务质量|服務品質|服务态度|服務態度|态度|態度|service quality|attitude/],
  ['network-communication', /网络与?通信|網路與?通訊|网络类|網路類|信号|訊號|network/],
  ['billing-plan', /资费|資費|套餐|方案|账单|帳單|收费|收費|费用|費用|billing|plan|charge/],
  ['service-guarantee', /服务保障|服務保障|保障|承诺|承諾|guarantee|promise/],
  ['other', /其他|别的|別的|other/],
];

const questions: Questions<Complaint, ContactFacts> = {
  story: {
    label: FIELDS.story,
    free: 'story',
    ask: () => say('tellMe'),
    read: (heard, manner) => {
      if (manner === 'volunteered') return undefined;
      if (manner === 'asked')
        return heard.text.trim().length >= 2 ? read(heard.text.trim().slice(0, 10_000)) : undefined;
      const story = storyIn(heard);
      return story === null ? undefined : read(story);
    },
  },
  category: {
    label: FIELDS.category,
    ask: () => say('whatToChange'),
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
      const found =
        heard.text.length <= 40 ? NAMED.findLast(([, words]) => mentions(heard.text, words))?.[0] : undefined;
      return found ? read(lastNamed(heard.text) ?? found) : undefined;
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
    ask: () => say('whatToChange'),
    read: fromStory((heard) => [...heard.complaint.also]),
    show: () => null,
  },
  severity: {
    label: FIELDS.severity,
    ask: () => say('whatToChange'),
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
      const wanted = REMEDIES.find(([, words]) => mentions(heard.text, words))?.[0];
      if (wanted && (manner === 'asked' || given.story !== undefined || storyIn(heard) !== null)) return read(wanted);
      return manner === 'asked' && heard.text.trim().length >= 2 ? read(heard.text.trim().slice(0, 200)) : undefined;
    },
    show: (value, _given, scene) => scene.manual.remedies[value]?.names ?? value,
  },
  consent: consentQuestion<Complaint, ContactFacts>(CONSENT_PURPOSES.complaint),
  contact: contactQuestion<Complaint, ContactFacts>(),
};

/** The category named last: "not billing, it is the attitude". */
function lastNamed(text: string): ComplaintCategory | null {
  const said = text.slice(0, 100).toLowerCase();
  let best: { id: ComplaintCategory; at: number } | null = null;
  for (const [id, words] of NAMED) {
    const at = Math.max(-1, ...[...said.matchAll(new RegExp(words.source, 'g'))].map((m) => m.index));
    if (at >= 0 && (!best || at > best.at)) best = { id, at };
  }
  return best?.id ?? null;
}

export const complaint = anyForm<Complaint, ContactFacts>({
  name: 'complaint',
  title: FORM_TITLES.complaint,
  answers,
  questions,
  confirms: true,
  facts: (_given, scene) => contactFacts(scene),
  remarks: (before, after, _facts, scene) => {
    if (before.story !== undefined || after.story === undefined || !after.category || !after.severity) return [];
    const noted = say('notedAs', {
      category: scene.manual.complaintCategories[after.category].names,
      severity: scene.manual.severities[after.severity].names,
      also: (after.others ?? []).map((id) => scene.manual.complaintCategories[id].names),
    });
    return [say('heardYou'), noted];
  },
  submit: async (given, facts, scene, instance) => {
    await recordConsent(given.consent, scene, instance);
    await saveContact(given.contact, scene, instance);
    const contact = contactOf(given, facts);
    const filed = await fileCase(
      {
        kind: 'complaint',
        category: given.category,
        alsoCategories: given.others.filter((id) => id !== given.category),
        severity: given.severity,
        answers: {
          story: given.story,
          remedy: given.remedy,
          name: contact?.name ?? null,
          phone: contact?.phone ?? null,
        },
      },
      scene,
      instance,
    );
    const { regulator } = scene.manual.operator;
    return {
      kind: 'done',
      says: [
        say(
          'complaintTaken',
          { number: filed.number, promises: promises(scene.manual, filed) },
          { card: caseCard(scene.manual, filed) },
        ),
        ...(given.severity === 'major' ? [say('complaintMajor')] : []),
        ...(given.severity === 'minor'
          ? []
          : [say('nextInstance', { regulator: regulator.names, contact: regulator.contact })]),
      ],
    };
  },
});
