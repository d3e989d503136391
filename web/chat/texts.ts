import type { Language } from './activity.ts';
import type { Reason } from './outgoing.ts';

/** Every word of the page itself. What the bot says comes from the server. */
export interface Texts {
  readonly title: string;
  readonly operator: string;
  readonly languageLabel: string;
  readonly transcript: string;
  readonly you: string;
  /** Put between a speaker and what they said, for screen readers. */
  readonly says: (speaker: string) => string;
  readonly connecting: string;
  readonly offline: string;
  readonly typing: string;
  readonly sending: string;
  readonly tryAgain: string;
  readonly discard: string;
  readonly notSent: Record<Reason, string>;
  readonly replies: string;
  readonly person: string;
  /** What the button says on the customer's behalf. */
  readonly personWords: string;
  readonly message: string;
  readonly placeholder: string;
  readonly send: string;
  readonly attach: string;
  readonly dropHere: string;
  readonly removeFile: (name: string) => string;
  readonly wrongType: string;
  readonly tooLarge: string;
  readonly tooMany: string;
  readonly left: (count: number) => string;
  readonly tooLong: (over: number) => string;
  readonly newest: string;
  readonly unread: (count: number) => string;
  readonly copy: string;
  readonly copied: string;
  readonly day: string;
  readonly slot: string;
  readonly seats: (count: number) => string;
  readonly full: string;
  readonly noSlots: string;
  readonly picture: (name: string) => string;
  readonly today: string;
  readonly yesterday: string;
  readonly newTab: string;
}

export const languageNames: Record<Language, string> = { 'zh-Hans': '简体', 'zh-Hant': '繁體', en: 'English' };

export const texts: Record<Language, Texts> = {
  'zh-Hans': {
    title: '首问 · 在线客服',
    operator: '首问',
    languageLabel: '语言',
    transcript: '对话记录',
    you: '您',
    says: (speaker) => `${speaker}：`,
    connecting: '正在连接…',
    offline: '网络已断开。您的消息会在恢复后自动发送。',
    typing: '正在输入…',
    sending: '发送中…',
    tryAgain: '重新发送',
    discard: '删除',
    notSent: {
      tooLarge: '未发送：内容太大',
      refused: '未发送：内容未被接受',
      serverTrouble: '未发送',
      fileLost: '未发送：请重新选择文件',
    },
    replies: '快捷回复',
    person: '转人工',
    personWords: '转人工',
    message: '消息',
    placeholder: '请描述您的问题',
    send: '发送',
    attach: '添加图片或文件',
    dropHere: '松开即可添加文件',
    removeFile: (name) => `移除 ${name}`,
    wrongType: '只能发送图片（PNG、JPEG、GIF、WebP）或 PDF 文件。',
    tooLarge: '每个文件不能超过 5 MB。',
    tooMany: '一次最多发送 4 个文件。',
    left: (count) => `还可输入 ${count} 字`,
    tooLong: (over) => `超出 ${over} 字，请分几条发送`,
    newest: '回到最新消息',
    unread: (count) => `${count} 条新消息`,
    copy: '复制编号',
    copied: '已复制',
    day: '选择日期',
    slot: '选择时段',
    seats: (count) => `余 ${count}`,
    full: '已满',
    noSlots: '这一天没有可预约的时段',
    picture: (name) => `图片：${name}`,
    today: '今天',
    yesterday: '昨天',
    newTab: '在新窗口打开',
  },
  'zh-Hant': {
    title: '首問 · 線上客服',
    operator: '首問',
    languageLabel: '語言',
    transcript: '對話紀錄',
    you: '您',
    says: (speaker) => `${speaker}：`,
    connecting: '正在連線…',
    offline: '網路已中斷。您的訊息會在恢復連線後自動送出。',
    typing: '正在輸入…',
    sending: '傳送中…',
    tryAgain: '重新傳送',
    discard: '刪除',
    notSent: {
      tooLarge: '未送出：內容太大',
      refused: '未送出：內容未被接受',
      serverTrouble: '未送出',
      fileLost: '未送出：請重新選擇檔案',
    },
    replies: '快速回覆',
    person: '轉人工',
    personWords: '轉人工',
    message: '訊息',
    placeholder: '請描述您的問題',
    send: '傳送',
    attach: '加入圖片或檔案',
    dropHere: '放開即可加入檔案',
    removeFile: (name) => `移除 ${name}`,
    wrongType: '只能傳送圖片（PNG、JPEG、GIF、WebP）或 PDF 檔案。',
    tooLarge: '每個檔案不能超過 5 MB。',
    tooMany: '一次最多傳送 4 個檔案。',
    left: (count) => `還可輸入 ${count} 字`,
    tooLong: (over) => `超出 ${over} 字，請分成幾則傳送`,
    newest: '回到最新訊息',
    unread: (count) => `${count} 則新訊息`,
    copy: '複製編號',
    copied: '已複製',
    day: '選擇日期',
    slot: '選擇時段',
    seats: (count) => `尚餘 ${count}`,
    full: '已額滿',
    noSlots: '這一天沒有可預約的時段',
    picture: (name) => `圖片：${name}`,
    today: '今天',
    yesterday: '昨天',
    newTab: '在新視窗開啟',
  },
  en: {
    title: 'Shouwen · Customer service',
    operator: '首问 Shouwen',
    languageLabel: 'Language',
    transcript: 'Conversation',
    you: 'You',
    says: (speaker) => `${speaker}: `,
    connecting: 'Connecting…',
    offline: 'You are offline. Your messages will be sent when you are back.',
    typing: 'is typing…',
    sending: 'Sending…',
    tryAgain: 'Try again',
    discard: 'Delete',
    notSent: {
      tooLarge: 'Not sent: too large',
      refused: 'Not sent: it was not accepted',
      serverTrouble: 'Not sent',
      fileLost: 'Not sent: please choose the file again',
    },
    replies: 'Quick replies',
    person: 'Talk to a person',
    personWords: 'Talk to a person',
    message: 'Message',
    placeholder: 'How can we help?',
    send: 'Send',
    attach: 'Add a picture or file',
    dropHere: 'Drop to add the file',
    removeFile: (name) => `Remove ${name}`,
    wrongType: 'Only pictures (PNG, JPEG, GIF, WebP) and PDF files can be sent.',
    tooLarge: 'A file can have 5 MB at most.',
    tooMany: 'Four files at a time at most.',
    left: (count) => `${count} characters left`,
    tooLong: (over) => `${over} characters too many: please send it in parts`,
    newest: 'Go to the newest message',
    unread: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
    copy: 'Copy number',
    copied: 'Copied',
    day: 'Choose a day',
    slot: 'Choose a time',
    seats: (count) => `${count} left`,
    full: 'Full',
    noSlots: 'Nothing free on this day',
    picture: (name) => `Picture: ${name}`,
    today: 'Today',
    yesterday: 'Yesterday',
    newTab: 'opens in a new window',
  },
};
