import type { Texts } from './lib/language.tsx';

/** Words of the frame around every view. */
interface ShellTexts {
  readonly title: string;
  readonly views: string;
  readonly desk: string;
  readonly board: string;
  readonly figures: string;
  readonly admin: string;
  readonly account: string;
  readonly signOut: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'auto' | 'light' | 'dark', string>>;
  readonly density: string;
  readonly densities: Readonly<Record<'compact' | 'comfortable', string>>;
  readonly settings: string;
  readonly keys: string;
  readonly keyList: string;
  readonly enterSends: string;
  readonly sound: string;
  readonly status: string;
  readonly statuses: Readonly<Record<'available' | 'busy' | 'away', string>>;
  readonly loading: string;
  readonly unreachable: string;
  readonly again: string;
  readonly skip: string;
}

export const shellTexts: Texts<ShellTexts> = {
  'zh-Hans': {
    title: '首问 · 坐席工作台',
    views: '主导航',
    desk: '会话',
    board: '监控',
    figures: '数据',
    admin: '管理',
    account: '账号与安全',
    signOut: '退出登录',
    language: '语言',
    theme: '外观',
    themes: { auto: '跟随系统', light: '浅色', dark: '深色' },
    density: '疏密',
    densities: { compact: '紧凑', comfortable: '宽松' },
    settings: '个人设置',
    keys: '快捷键',
    keyList: '快捷键一览',
    enterSends: '按 Enter 发送',
    sound: '新会话声音提醒',
    status: '我的状态',
    statuses: { available: '空闲', busy: '忙碌', away: '离开' },
    loading: '正在载入…',
    unreachable: '暂时连不上服务器。',
    again: '重试',
    skip: '跳到对话',
  },
  'zh-Hant': {
    title: '首問 · 客服工作台',
    views: '主導覽',
    desk: '對話',
    board: '監控',
    figures: '數據',
    admin: '管理',
    account: '帳號與安全',
    signOut: '登出',
    language: '語言',
    theme: '外觀',
    themes: { auto: '跟隨系統', light: '淺色', dark: '深色' },
    density: '疏密',
    densities: { compact: '緊湊', comfortable: '寬鬆' },
    settings: '個人設定',
    keys: '快速鍵',
    keyList: '快速鍵一覽',
    enterSends: '按 Enter 傳送',
    sound: '新對話聲音提醒',
    status: '我的狀態',
    statuses: { available: '有空', busy: '忙碌', away: '離開' },
    loading: '載入中…',
    unreachable: '暫時無法連上伺服器。',
    again: '再試一次',
    skip: '跳到對話',
  },
  en: {
    title: 'Shouwen · Agent console',
    views: 'Main',
    desk: 'Inbox',
    board: 'Board',
    figures: 'Figures',
    admin: 'Admin',
    account: 'Account and security',
    signOut: 'Sign out',
    language: 'Language',
    theme: 'Appearance',
    themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    density: 'Density',
    densities: { compact: 'Compact', comfortable: 'Comfortable' },
    settings: 'Preferences',
    keys: 'Shortcut keys',
    keyList: 'List of keys',
    enterSends: 'Enter sends',
    sound: 'Sound for new conversations',
    status: 'My status',
    statuses: { available: 'Available', busy: 'Busy', away: 'Away' },
    loading: 'Loading…',
    unreachable: 'The server cannot be reached.',
    again: 'Try again',
    skip: 'Skip to the conversation',
  },
};

/** Each in itself. */
export const languageNames = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' } as const;
