import type { Instant, Language, Names } from '../../domain/ids.ts';
import type { Choice } from '../../locales/messages.ts';
import { type Pen, penFor } from '../../locales/wording.ts';

/** What a customer hears of an outage. */
export interface OutageFacts {
  readonly area: Names;
  /** Null: all services. */
  readonly service: Names | null;
  readonly since: Instant;
  readonly expected: Instant | null;
  readonly endedAt: Instant | null;
  /** The customer's report that belongs to it. */
  readonly case: string | null;
}

/** Said of an outage by the product itself, without being asked; `outageSuspected` beside the questions of a fault report. */
export interface OutageSays {
  readonly name: 'outageOpened' | 'outageExpected' | 'outageEnded' | 'outageSuspected';
  readonly facts: OutageFacts;
  readonly choices?: readonly Choice[];
}

/** The words that say, once it is over, that it is not over for the customer: understood as urging, or as a new report. */
export const STILL_DOWN = {
  urge: {
    value: 'urge',
    label: { 'zh-Hans': '还没恢复，催一下', 'zh-Hant': '還沒恢復，催一下', en: 'Please hurry up my case' },
  },
  report: {
    value: 'report',
    label: { 'zh-Hans': '还是用不了，我要报修', 'zh-Hant': '還是不能用，我要報修', en: 'Still down, report a fault' },
  },
} as const satisfies Record<string, Choice>;

type Words = Readonly<Record<OutageSays['name'], (facts: OutageFacts, pen: Pen) => string>>;

const WORDS: Readonly<Record<Language, Words>> = {
  'zh-Hans': {
    outageOpened: (facts, pen) =>
      `您好，${whereHans(facts, pen)}从 ${pen.dateTime(facts.since)} 起出现大面积故障，正在抢修${facts.expected === null ? '，恢复时间一确定就通知您' : `，预计 ${pen.dateTime(facts.expected)} 恢复`}。${facts.case === null ? '' : `您的报修 ${facts.case} 属于这次故障，不用再报。`}恢复后会告诉您。`,
    outageExpected: (facts, pen) =>
      `您好，${whereHans(facts, pen)}故障有新消息：${facts.expected === null ? '原来预计的恢复时间有变，新的时间一确定就通知您' : `预计 ${pen.dateTime(facts.expected)} 恢复`}。恢复后会告诉您。`,
    outageEnded: (facts, pen) =>
      `您好，${whereHans(facts, pen)}故障已修复${facts.endedAt === null ? '' : `（${pen.dateTime(facts.endedAt)}）`}，让您久等了。请试一下；如果还是不行，请回复“${facts.case === null ? STILL_DOWN.report.label['zh-Hans'] : STILL_DOWN.urge.label['zh-Hans']}”，${facts.case === null ? '我马上为您登记。' : `报修 ${facts.case} 会继续处理。`}`,
    outageSuspected: (facts, pen) =>
      `目前收到多起${whereHans(facts, pen)}的报障，正在核查是不是大面积故障，一经确认会在这里告诉您。您的情况照常为您登记。`,
  },
  'zh-Hant': {
    outageOpened: (facts, pen) =>
      `您好，${whereHant(facts, pen)}從 ${pen.dateTime(facts.since)} 起出現大範圍障礙，正在搶修${facts.expected === null ? '，恢復時間一確定就通知您' : `，預計 ${pen.dateTime(facts.expected)} 恢復`}。${facts.case === null ? '' : `您的報修 ${facts.case} 屬於這次障礙，不用再報。`}恢復後會告訴您。`,
    outageExpected: (facts, pen) =>
      `您好，${whereHant(facts, pen)}障礙有新消息：${facts.expected === null ? '原先預計的恢復時間有變，新的時間一確定就通知您' : `預計 ${pen.dateTime(facts.expected)} 恢復`}。恢復後會告訴您。`,
    outageEnded: (facts, pen) =>
      `您好，${whereHant(facts, pen)}障礙已修復${facts.endedAt === null ? '' : `（${pen.dateTime(facts.endedAt)}）`}，讓您久等了。請試一下；如果還是不行，請回覆「${facts.case === null ? STILL_DOWN.report.label['zh-Hant'] : STILL_DOWN.urge.label['zh-Hant']}」，${facts.case === null ? '我馬上為您登記。' : `報修 ${facts.case} 會繼續處理。`}`,
    outageSuspected: (facts, pen) =>
      `目前收到多起${whereHant(facts, pen)}的報修，正在查證是不是大範圍障礙，一經確認會在這裡告訴您。您的情況照常為您登記。`,
  },
  en: {
    outageOpened: (facts, pen) =>
      `There is an outage of ${whereEn(facts, pen)} since ${pen.dateTime(facts.since)}. It is being repaired${facts.expected === null ? '; you hear as soon as the time is known' : `, expected by ${pen.dateTime(facts.expected)}`}.${facts.case === null ? '' : ` Your report ${facts.case} belongs to it, there is no need to report it again.`} You will hear when it is over.`,
    outageExpected: (facts, pen) =>
      `News of the outage of ${whereEn(facts, pen)}: ${facts.expected === null ? 'the expected time has changed; you hear as soon as the new one is known' : `repair is expected by ${pen.dateTime(facts.expected)}`}. You will hear when it is over.`,
    outageEnded: (facts, pen) =>
      `The outage of ${whereEn(facts, pen)} is repaired${facts.endedAt === null ? '' : ` (${pen.dateTime(facts.endedAt)})`}. Thank you for waiting. Please try again; if it still does not work, reply “${facts.case === null ? STILL_DOWN.report.label.en : STILL_DOWN.urge.label.en}” and ${facts.case === null ? 'I will register it at once.' : `we go on working on ${facts.case}.`}`,
    outageSuspected: (facts, pen) =>
      `Several faults of ${whereEn(facts, pen)} have been reported just now. We are checking whether it is an outage; once that is confirmed you hear of it here. Your own report is taken as usual.`,
  },
};

function whereHans({ area, service }: OutageFacts, pen: Pen): string {
  return `${pen.of(area)}${service === null ? '多项服务' : pen.of(service)}`;
}
function whereHant({ area, service }: OutageFacts, pen: Pen): string {
  return `${pen.of(area)}${service === null ? '多項服務' : pen.of(service)}`;
}
function whereEn({ area, service }: OutageFacts, pen: Pen): string {
  return `${service === null ? 'several services' : pen.of(service).toLowerCase()} in ${pen.of(area)}`;
}

/** The words of a reply of its own in a language. */
export function outageWords({ name, facts }: OutageSays, language: Language, zone: string): string {
  return WORDS[language][name](facts, penFor(language, zone));
}
