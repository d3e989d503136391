import type { Language } from '../../domain/ids.ts';
import { AGREE, BEFORE, CONFIRM, EXTENT, IMPACT, NO, PATTERN, SELF_CHECK, SINCE } from '../../locales/labels.ts';

export const PHONE = '13800138000';

/** What matters of a message here, whichever client saw it. */
export interface Reply {
  readonly from: 'bot' | 'user';
  readonly name: string | null;
  readonly text: string;
  readonly choices: readonly string[];
}

type Answer = number | Readonly<Record<Language, string>>;
/**
 * What a customer answers to each question: words, the label of a quick reply, or the place of one (from 0) where any
 * will do. By message name, so that rewording and reordering change nothing.
 */
const ANSWERS: Readonly<Record<string, Answer>> = {
  askKind: all('上门安装', '到府安裝', 'Installation visit'),
  askService: 0,
  askAddress: all('杭州市西湖区文三路100号3幢201室', '台北市信義區市府路45號5樓', '12 Queens Road, Flat 5B'),
  askBranch: 0,
  askSlot: 0,
  askConsent: AGREE,
  askContact: all(`陈明 ${PHONE}`, `陳明 ${PHONE}`, `Ming Chen ${PHONE}`),
  summary: CONFIRM,
  tellFault: all('家里宽带上不了网', '家裡寬頻上不了網', 'My broadband has no internet'),
  selfCheck: SELF_CHECK.failed,
  askSince: SINCE.yesterday,
  askPattern: PATTERN.always,
  askPlace: all('杭州市西湖区文三路100号3幢201室', '台北市信義區市府路45號5樓', '12 Queens Road, Flat 5B'),
  askExtent: EXTENT.home,
  askImpact: IMPACT.none,
  askBefore: BEFORE.nothing,
  offerVisit: NO,
  alsoWanted: NO,
  tellMe: all(
    '上个月账单多扣了我三十块钱，打了两次客服都没人处理',
    '上個月帳單多扣了我三十塊錢，打了兩次客服都沒人處理',
    'Last month you charged me thirty yuan too much and nobody has dealt with it',
  ),
  askRemedy: 0,
};

/** Messages that wait for an answer. */
export const isQuestion = (name: string | null): boolean => name !== null && Object.hasOwn(ANSWERS, name);

/** What the customer answers to these replies; null when nothing is asked. Throws on a question that has no answer here. */
export function answerTo(replies: readonly Pick<Reply, 'name' | 'choices'>[], language: Language): string | null {
  const last = replies.at(-1);
  if (!last) return null;
  const answer = ANSWERS[last.name ?? ''];
  if (answer === undefined) return null;
  if (typeof answer !== 'number') return answer[language];
  const choice = last.choices[answer];
  if (choice === undefined) throw new Error(`${last.name} has no quick reply ${answer}: ${last.choices.join(', ')}`);
  return choice;
}

/** A case or booking number that these replies tell, of the kind the letters stand for. */
export function numberIn(replies: readonly Pick<Reply, 'from' | 'text'>[]): string | null {
  for (const { from, text } of replies) {
    const number = from === 'bot' ? /\b(?:TS|GZ|SQ|YY)\d{8}-[0-9A-Z]{5}-[0-9A-Z]\b/.exec(text)?.[0] : undefined;
    if (number !== undefined) return number;
  }
  return null;
}

function all(hans: string, hant: string, en: string): Readonly<Record<Language, string>> {
  return { 'zh-Hans': hans, 'zh-Hant': hant, en };
}
