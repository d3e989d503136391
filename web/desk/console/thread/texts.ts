import type { Texts } from '../../lib/language.tsx';

interface ThreadTexts {
  readonly pane: string;
  readonly transcript: string;
  readonly choose: string;
  readonly chooseAbout: string;
  readonly loading: string;
  readonly notReadable: string;
  readonly again: string;
  readonly back: string;
  readonly customer: string;
  readonly bot: string;
  readonly me: string;
  readonly said: (who: string, text: string) => string;
  readonly today: string;
  readonly yesterday: string;
  readonly newTab: string;
  readonly choices: string;
  readonly slots: (count: number) => string;
  readonly closedFile: string;
  readonly picture: (name: string) => string;
  readonly file: string;
  readonly sending: string;
  readonly sent: string;
  readonly delivered: string;
  readonly notDelivered: string;
  readonly failures: Readonly<Record<'unreachable' | 'refused' | 'late', string>>;
  readonly retry: string;
  readonly discard: string;
  readonly note: string;
  readonly whisper: string;
  readonly transferNote: string;
  readonly onlyStaff: string;
  readonly typing: (who: string) => string;
  readonly viewing: (names: string) => string;
  readonly newest: string;
  readonly notMine: string;
  readonly withOther: (name: string) => string;
  readonly ended: string;
  readonly takeOver: string;
  readonly handoff: string;
  readonly why: string;
  readonly words: string;
  readonly intent: string;
  readonly mood: string;
  readonly moods: Readonly<Record<'calm' | 'upset', string>>;
  readonly gathered: string;
  readonly openCases: string;
  readonly history: string;
  readonly historyOf: (count: number) => string;
  readonly none: string;
  readonly unknown: string;
  readonly transfer: string;
  readonly finish: string;
  readonly fileCase: string;
  readonly book: string;
  readonly details: string;
  readonly more: string;
}

export const threadTexts: Texts<ThreadTexts> = {
  'zh-Hans': {
    pane: '对话',
    transcript: '对话记录',
    choose: '选择一个会话',
    chooseAbout: '从左边的列表里打开，或按 Alt+J 看下一个。',
    loading: '正在载入对话…',
    notReadable: '打不开这个会话。它可能不由您处理。',
    again: '重试',
    back: '返回列表',
    customer: '客户',
    bot: '首问',
    me: '我',
    said: (who, text) => `${who}：${text}`,
    today: '今天',
    yesterday: '昨天',
    newTab: '在新窗口打开',
    choices: '给客户的选项',
    slots: (count) => `可约时段 ${count} 个`,
    closedFile: '接入后可查看',
    picture: (name) => `图片：${name}`,
    file: '文件',
    sending: '发送中',
    sent: '已提交',
    delivered: '已送达',
    notDelivered: '未送达',
    failures: { unreachable: '连不上服务器', refused: '服务器没有接受', late: '会话已不由您处理' },
    retry: '重新发送',
    discard: '放弃',
    note: '内部备注',
    whisper: '主管密语',
    transferNote: '转接说明',
    onlyStaff: '客户看不到',
    typing: (who) => `${who}正在输入…`,
    viewing: (names) => `${names} 也在看`,
    newest: '回到最新',
    notMine: '这个会话在排队，接入后才能回复。',
    withOther: (name) => `${name} 正在处理这个会话。`,
    ended: '这个会话已经结束，现在由首问回答客户。',
    takeOver: '接管',
    handoff: '转人工摘要',
    why: '原因',
    words: '客户的话',
    intent: '意图',
    mood: '情绪',
    moods: { calm: '平稳', upset: '激动' },
    gathered: '已了解',
    openCases: '在办工单',
    history: '此前',
    historyOf: (count) => `找过人工 ${count} 次`,
    none: '无',
    unknown: '未识别',
    transfer: '转接',
    finish: '结束',
    fileCase: '建工单',
    book: '预约',
    details: '客户信息',
    more: '更多操作',
  },
  'zh-Hant': {
    pane: '對話',
    transcript: '對話紀錄',
    choose: '選擇一個對話',
    chooseAbout: '從左邊的列表開啟，或按 Alt+J 看下一個。',
    loading: '正在載入對話…',
    notReadable: '無法開啟這個對話，它可能不由您處理。',
    again: '再試一次',
    back: '返回列表',
    customer: '客戶',
    bot: '首問',
    me: '我',
    said: (who, text) => `${who}：${text}`,
    today: '今天',
    yesterday: '昨天',
    newTab: '在新視窗開啟',
    choices: '給客戶的選項',
    slots: (count) => `可約時段 ${count} 個`,
    closedFile: '接手後可檢視',
    picture: (name) => `圖片：${name}`,
    file: '檔案',
    sending: '傳送中',
    sent: '已送出',
    delivered: '已送達',
    notDelivered: '未送達',
    failures: { unreachable: '無法連上伺服器', refused: '伺服器沒有接受', late: '對話已不由您處理' },
    retry: '重新傳送',
    discard: '放棄',
    note: '內部備註',
    whisper: '主管密語',
    transferNote: '轉接說明',
    onlyStaff: '客戶看不到',
    typing: (who) => `${who}正在輸入…`,
    viewing: (names) => `${names} 也在看`,
    newest: '回到最新',
    notMine: '這個對話在排隊，接手後才能回覆。',
    withOther: (name) => `${name} 正在處理這個對話。`,
    ended: '這個對話已經結束，現在由首問回答客戶。',
    takeOver: '接管',
    handoff: '轉真人摘要',
    why: '原因',
    words: '客戶的話',
    intent: '意圖',
    mood: '情緒',
    moods: { calm: '平穩', upset: '激動' },
    gathered: '已了解',
    openCases: '處理中案件',
    history: '先前',
    historyOf: (count) => `找過真人 ${count} 次`,
    none: '無',
    unknown: '未識別',
    transfer: '轉接',
    finish: '結束',
    fileCase: '建立案件',
    book: '預約',
    details: '客戶資訊',
    more: '更多操作',
  },
  en: {
    pane: 'Conversation',
    transcript: 'Transcript',
    choose: 'Choose a conversation',
    chooseAbout: 'Open one from the list, or press Alt+J for the next.',
    loading: 'Loading the conversation…',
    notReadable: 'This conversation cannot be opened. It may not be yours.',
    again: 'Try again',
    back: 'Back to the list',
    customer: 'Customer',
    bot: 'Shouwen',
    me: 'Me',
    said: (who, text) => `${who}: ${text}`,
    today: 'Today',
    yesterday: 'Yesterday',
    newTab: 'opens in a new window',
    choices: 'Choices the customer was given',
    slots: (count) => (count === 1 ? '1 free slot' : `${count} free slots`),
    closedFile: 'can be seen once you have the customer',
    picture: (name) => `Picture: ${name}`,
    file: 'File',
    sending: 'Sending',
    sent: 'Sent',
    delivered: 'Delivered',
    notDelivered: 'Not delivered',
    failures: {
      unreachable: 'the server cannot be reached',
      refused: 'the server did not take it',
      late: 'the customer was no longer yours',
    },
    retry: 'Send again',
    discard: 'Discard',
    note: 'Note',
    whisper: 'Whisper',
    transferNote: 'Transfer note',
    onlyStaff: 'not shown to the customer',
    typing: (who) => `${who} is typing…`,
    viewing: (names) => `Also here: ${names}`,
    newest: 'Newest',
    notMine: 'This customer is waiting. Take the conversation to answer.',
    withOther: (name) => `${name} has this conversation.`,
    ended: 'This conversation has ended. Shouwen answers the customer now.',
    takeOver: 'Take over',
    handoff: 'Hand-off summary',
    why: 'Reason',
    words: 'Customer’s words',
    intent: 'Intent',
    mood: 'Mood',
    moods: { calm: 'Calm', upset: 'Upset' },
    gathered: 'Known so far',
    openCases: 'Open cases',
    history: 'Before',
    historyOf: (count) => (count === 1 ? 'asked for a person once' : `asked for a person ${count} times`),
    none: 'None',
    unknown: 'Not recognised',
    transfer: 'Transfer',
    finish: 'End',
    fileCase: 'File a case',
    book: 'Book',
    details: 'Customer',
    more: 'More actions',
  },
};
