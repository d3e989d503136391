import type { Texts } from '../../lib/language.tsx';

const zhHans = {
  title: '操作记录',
  intro: '谁在什么时候做了什么。记录只能追加，不能修改。',
  at: '时间',
  by: '操作人',
  what: '操作',
  subject: '对象',
  detail: '说明',
  nobody: '未登录者',
  none: '还没有记录。',
  more: '读取更早的记录',
  showing: (count: number) => `显示最近 ${count} 条`,
  end: '已到最早的记录',
  added: (count: number) => `又读取了 ${count} 条`,
  refresh: '读取最新',
  nothing: '—',
};
type Words = typeof zhHans;

const zhHant: Words = {
  title: '操作紀錄',
  intro: '誰在什麼時候做了什麼。紀錄只能新增，不能修改。',
  at: '時間',
  by: '操作人員',
  what: '操作',
  subject: '對象',
  detail: '說明',
  nobody: '未登入者',
  none: '還沒有紀錄。',
  more: '讀取更早的紀錄',
  showing: (count) => `顯示最近 ${count} 筆`,
  end: '已到最早的紀錄',
  added: (count) => `又讀取了 ${count} 筆`,
  refresh: '讀取最新',
  nothing: '—',
};

const en: Words = {
  title: 'Audit',
  intro: 'Who did what, and when. Entries are only added, never changed.',
  at: 'When',
  by: 'Who',
  what: 'What',
  subject: 'To',
  detail: 'Detail',
  nobody: 'Not signed in',
  none: 'There are no entries yet.',
  more: 'Show earlier entries',
  showing: (count) => (count === 1 ? 'The newest entry' : `The newest ${count} entries`),
  end: 'This is the earliest entry',
  added: (count) => (count === 1 ? 'One more entry' : `${count} more entries`),
  refresh: 'Read the newest',
  nothing: '–',
};

export const texts: Texts<Words> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
