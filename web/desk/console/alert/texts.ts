import type { Texts } from '../../lib/language.tsx';

interface AlertTexts {
  readonly offer: string;
  readonly allow: string;
  readonly clockSoon: (number: string, clock: string, by: string) => string;
  readonly clockOver: (number: string, clock: string, by: string) => string;
}
export const alertTexts: Texts<AlertTexts> = {
  'zh-Hans': {
    offer: '新会话派给您',
    allow: '开启桌面提醒',
    clockSoon: (number, clock, by) => `${number}「${clock}」快到时限：${by} 前要完成。`,
    clockOver: (number, clock, by) => `${number}「${clock}」已超时，时限是 ${by}。`,
  },
  'zh-Hant': {
    offer: '新對話指派給您',
    allow: '開啟桌面提醒',
    clockSoon: (number, clock, by) => `${number}「${clock}」快到時限：${by} 前要完成。`,
    clockOver: (number, clock, by) => `${number}「${clock}」已逾時，時限是 ${by}。`,
  },
  en: {
    offer: 'New conversation for you',
    allow: 'Turn on notifications',
    clockSoon: (number, clock, by) => `${number}: “${clock}” is due by ${by}.`,
    clockOver: (number, clock, by) => `${number}: “${clock}” is overdue since ${by}.`,
  },
};
