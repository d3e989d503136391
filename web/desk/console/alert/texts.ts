import type { Texts } from '../../lib/language.tsx';

interface AlertTexts {
  readonly offer: string;
  readonly allow: string;
}
export const alertTexts: Texts<AlertTexts> = {
  'zh-Hans': { offer: '新会话派给您', allow: '开启桌面提醒' },
  'zh-Hant': { offer: '新對話指派給您', allow: '開啟桌面提醒' },
  en: { offer: 'New conversation for you', allow: 'Turn on notifications' },
};
