import type { Texts } from '../../lib/language.tsx';
import type { Action } from './keys.ts';

interface KeyTexts {
  readonly title: string;
  readonly off: string;
  readonly actions: Readonly<Record<Action, string>>;
  readonly canned: string;
  readonly send: string;
  readonly line: string;
  readonly close: string;
  readonly palette: string;
  readonly search: string;
  readonly nothing: string;
  readonly conversations: string;
  readonly doing: string;
  readonly replies: string;
  readonly book: string;
}

export const keyTexts: Texts<KeyTexts> = {
  'zh-Hans': {
    title: '快捷键',
    off: '快捷键已关闭，可在个人设置里打开。',
    actions: {
      next: '下一个会话',
      previous: '上一个会话',
      accept: '接入派给我的或当前的会话',
      reply: '写回复',
      note: '写备注',
      transfer: '转接',
      return: '结束并交回首问',
      case: '建工单',
      customer: '显示或隐藏客户信息',
      palette: '命令面板',
      keys: '快捷键一览',
    },
    canned: '快捷回复（在输入框里）',
    send: '发送',
    line: '换行',
    close: '关闭弹窗或列表',
    palette: '命令面板',
    search: '跳到会话、操作或快捷回复…',
    nothing: '没有找到',
    conversations: '会话',
    doing: '操作',
    replies: '快捷回复',
    book: '预约',
  },
  'zh-Hant': {
    title: '快速鍵',
    off: '快速鍵已關閉，可在個人設定裡開啟。',
    actions: {
      next: '下一個對話',
      previous: '上一個對話',
      accept: '接手指派給我的或目前的對話',
      reply: '寫回覆',
      note: '寫備註',
      transfer: '轉接',
      return: '結束並交回首問',
      case: '建立案件',
      customer: '顯示或隱藏客戶資訊',
      palette: '命令面板',
      keys: '快速鍵一覽',
    },
    canned: '快速回覆（在輸入框裡）',
    send: '傳送',
    line: '換行',
    close: '關閉視窗或列表',
    palette: '命令面板',
    search: '跳到對話、操作或快速回覆…',
    nothing: '沒有找到',
    conversations: '對話',
    doing: '操作',
    replies: '快速回覆',
    book: '預約',
  },
  en: {
    title: 'Shortcut keys',
    off: 'Shortcut keys are off. Preferences turn them on.',
    actions: {
      next: 'Next conversation',
      previous: 'Previous conversation',
      accept: 'Accept the offer or the conversation shown',
      reply: 'Write a reply',
      note: 'Write a note',
      transfer: 'Transfer',
      return: 'End and return to Shouwen',
      case: 'File a case',
      customer: 'Show or hide the customer',
      palette: 'Command palette',
      keys: 'List of keys',
    },
    canned: 'Canned replies (where you write)',
    send: 'Send',
    line: 'New line',
    close: 'Close a dialog or list',
    palette: 'Command palette',
    search: 'Go to a conversation, an action or a canned reply…',
    nothing: 'Nothing found',
    conversations: 'Conversations',
    doing: 'Actions',
    replies: 'Canned replies',
    book: 'Book',
  },
};
