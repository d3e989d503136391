import type { Texts } from '../../lib/language.tsx';

interface ComposerTexts {
  readonly tabs: string;
  readonly reply: string;
  readonly note: string;
  readonly replyTo: string;
  readonly noteFor: string;
  readonly send: string;
  readonly keep: string;
  readonly enter: string;
  readonly ctrlEnter: string;
  readonly attach: string;
  readonly remove: (name: string) => string;
  readonly uploading: (name: string) => string;
  readonly dropHere: string;
  readonly tooLong: (over: number) => string;
  readonly left: (count: number) => string;
  readonly parts: (count: number) => string;
  readonly unfilled: (blank: string) => string;
  readonly wrongType: string;
  readonly tooLarge: string;
  readonly tooMany: string;
  readonly notUploaded: (name: string) => string;
  readonly notKept: string;
  readonly canned: string;
  readonly noCanned: string;
  readonly cannedHint: string;
  readonly quota: (count: number) => string;
  readonly quotaOver: string;
  readonly window: (left: string) => string;
  readonly windowOver: string;
  readonly noImages: string;
  readonly noFiles: string;
}

export const composerTexts: Texts<ComposerTexts> = {
  'zh-Hans': {
    tabs: '写给谁',
    reply: '回复客户',
    note: '内部备注',
    replyTo: '回复客户，输入 / 选快捷回复',
    noteFor: '给同事的备注，客户看不到',
    send: '发送',
    keep: '保存备注',
    enter: 'Enter 发送，Shift+Enter 换行',
    ctrlEnter: 'Ctrl+Enter 发送',
    attach: '添加图片或文件',
    remove: (name) => `移除 ${name}`,
    uploading: (name) => `正在上传 ${name}`,
    dropHere: '松开即可添加',
    tooLong: (over) => `超出 ${over} 字`,
    left: (count) => `还可输入 ${count} 字`,
    parts: (count) => `将分 ${count} 条送达`,
    unfilled: (blank) => `请先填好 ${blank}`,
    wrongType: '只能发送图片（PNG、JPEG、GIF、WebP）或 PDF。',
    tooLarge: '每个文件不能超过 5 MB。',
    tooMany: '一次最多 4 个文件。',
    notUploaded: (name) => `${name} 上传失败。`,
    notKept: '备注没有保存，请重试。',
    canned: '快捷回复',
    noCanned: '没有匹配的快捷回复',
    cannedHint: '↑↓ 选择，Enter 插入，Esc 关闭',
    quota: (count) => `客户再次发言前还可发 ${count} 条`,
    quotaOver: '该渠道的回复条数已用完，等客户再次发言后才能回复。',
    window: (left) => `该渠道的回复时限还剩 ${left}`,
    windowOver: '该渠道的回复时限已过，等客户再次发言后才能回复。',
    noImages: '该渠道不支持图片',
    noFiles: '该渠道不支持文件',
  },
  'zh-Hant': {
    tabs: '寫給誰',
    reply: '回覆客戶',
    note: '內部備註',
    replyTo: '回覆客戶，輸入 / 選快速回覆',
    noteFor: '給同事的備註，客戶看不到',
    send: '傳送',
    keep: '儲存備註',
    enter: 'Enter 傳送，Shift+Enter 換行',
    ctrlEnter: 'Ctrl+Enter 傳送',
    attach: '加入圖片或檔案',
    remove: (name) => `移除 ${name}`,
    uploading: (name) => `正在上傳 ${name}`,
    dropHere: '放開即可加入',
    tooLong: (over) => `超出 ${over} 字`,
    left: (count) => `還可輸入 ${count} 字`,
    parts: (count) => `將分 ${count} 則送達`,
    unfilled: (blank) => `請先填好 ${blank}`,
    wrongType: '只能傳送圖片（PNG、JPEG、GIF、WebP）或 PDF。',
    tooLarge: '每個檔案不能超過 5 MB。',
    tooMany: '一次最多 4 個檔案。',
    notUploaded: (name) => `${name} 上傳失敗。`,
    notKept: '備註沒有儲存，請再試一次。',
    canned: '快速回覆',
    noCanned: '沒有符合的快速回覆',
    cannedHint: '↑↓ 選擇，Enter 插入，Esc 關閉',
    quota: (count) => `客戶再次發言前還可傳送 ${count} 則`,
    quotaOver: '此管道的回覆則數已用完，等客戶再次發言後才能回覆。',
    window: (left) => `此管道的回覆時限還剩 ${left}`,
    windowOver: '此管道的回覆時限已過，等客戶再次發言後才能回覆。',
    noImages: '此管道不支援圖片',
    noFiles: '此管道不支援檔案',
  },
  en: {
    tabs: 'Who it is for',
    reply: 'Reply',
    note: 'Note',
    replyTo: 'Reply to the customer. Type / for canned replies',
    noteFor: 'A note for colleagues. The customer never sees it',
    send: 'Send',
    keep: 'Keep note',
    enter: 'Enter sends, Shift+Enter starts a line',
    ctrlEnter: 'Ctrl+Enter sends',
    attach: 'Add a picture or file',
    remove: (name) => `Remove ${name}`,
    uploading: (name) => `Uploading ${name}`,
    dropHere: 'Drop to add',
    tooLong: (over) => `${over} characters too many`,
    left: (count) => `${count} characters left`,
    parts: (count) => `will arrive as ${count} messages`,
    unfilled: (blank) => `Please fill in ${blank}`,
    wrongType: 'Only pictures (PNG, JPEG, GIF, WebP) and PDF files can be sent.',
    tooLarge: 'A file can have 5 MB at most.',
    tooMany: 'Four files at a time at most.',
    notUploaded: (name) => `${name} could not be uploaded.`,
    notKept: 'The note was not kept. Please try again.',
    canned: 'Canned replies',
    noCanned: 'No canned reply of that name',
    cannedHint: '↑↓ choose, Enter inserts, Esc closes',
    quota: (count) =>
      count === 1 ? '1 message left until the customer writes' : `${count} messages left until the customer writes`,
    quotaOver: 'This channel takes no more replies until the customer writes again.',
    window: (left) => `This channel closes in ${left}`,
    windowOver: 'This channel is closed until the customer writes again.',
    noImages: 'This channel has no pictures',
    noFiles: 'This channel has no files',
  },
};
