import type { HandoffView } from '../../../../adapters/desk/schemas.ts';
import type { Texts } from '../../lib/language.tsx';

interface QueueTexts {
  readonly pane: string;
  readonly tabs: string;
  readonly waiting: string;
  readonly mine: string;
  readonly closed: string;
  readonly nobodyWaits: string;
  readonly nobodyWaitsAbout: string;
  readonly nobodyMine: string;
  readonly nobodyMineAbout: string;
  readonly nothingClosed: string;
  readonly offer: string;
  readonly offerLeft: (seconds: number) => string;
  readonly accept: string;
  readonly decline: string;
  readonly take: string;
  readonly offered: string;
  readonly offeredToOther: string;
  readonly waited: string;
  readonly answerDue: string;
  readonly answered: string;
  readonly unread: (count: number) => string;
  readonly returning: string;
  readonly taken: string;
  readonly notReached: string;
  readonly reasons: Readonly<Record<HandoffView['reason'], string>>;
  readonly severities: Readonly<Record<'minor' | 'moderate' | 'major', string>>;
  readonly ends: Readonly<Record<'returned' | 'left' | 'callback', string>>;
  readonly languages: Readonly<Record<HandoffView['language'], string>>;
  readonly channel: (id: string) => string;
  readonly reconnecting: string;
  readonly position: (place: number) => string;
  readonly behind: (count: number) => string;
}

const channelNames: Readonly<Record<'zh-Hans' | 'zh-Hant' | 'en', Readonly<Record<string, string>>>> = {
  'zh-Hans': {
    web: '网页',
    directline: '网页',
    webchat: '网页',
    wechat: '微信',
    'wecom-kf': '企业微信',
    sms: '短信',
    telegram: 'Telegram',
    whatsapp: 'WhatsApp',
  },
  'zh-Hant': {
    web: '網頁',
    directline: '網頁',
    webchat: '網頁',
    wechat: '微信',
    'wecom-kf': '企業微信',
    sms: '簡訊',
    telegram: 'Telegram',
    whatsapp: 'WhatsApp',
  },
  en: {
    web: 'Web',
    directline: 'Web',
    webchat: 'Web',
    wechat: 'WeChat',
    'wecom-kf': 'WeCom',
    sms: 'SMS',
    telegram: 'Telegram',
    whatsapp: 'WhatsApp',
  },
};
/** `wechat/shop` is an account of WeChat; `sms-smpp` is SMS. */
function channelIn(language: 'zh-Hans' | 'zh-Hant' | 'en'): (id: string) => string {
  return (id) => {
    const base = id.split(/[/:]/)[0] ?? id;
    return channelNames[language][base] ?? channelNames[language][base.split('-')[0] ?? base] ?? id;
  };
}

export const queueTexts: Texts<QueueTexts> = {
  'zh-Hans': {
    pane: '会话列表',
    tabs: '会话',
    waiting: '排队',
    mine: '我的',
    closed: '已结束',
    nobodyWaits: '没有人在排队',
    nobodyWaitsAbout: '有新客户时会提醒您。',
    nobodyMine: '手上没有会话',
    nobodyMineAbout: '从排队列表接入，或等待系统派给您。',
    nothingClosed: '还没有结束的会话',
    offer: '新会话派给您',
    offerLeft: (seconds) => `${seconds} 秒内接入`,
    accept: '接入',
    decline: '让给别人',
    take: '接入',
    offered: '派给您',
    offeredToOther: '正派给同事',
    waited: '已等候',
    answerDue: '客户在等回复',
    answered: '已回复',
    unread: (count) => `${count} 条未读`,
    returning: '优先',
    taken: '已由其他人接入。',
    notReached: '没有成功，请重试。',
    reasons: {
      asked: '要求人工',
      'major-complaint': '重大投诉',
      security: '安全事件',
      anger: '情绪激动',
      'not-understood': '未能理解',
      form: '需人工办理',
    },
    severities: { minor: '一般', moderate: '较重', major: '重大' },
    ends: { returned: '已交回', left: '客户离开', callback: '转回电' },
    languages: { 'zh-Hans': '简', 'zh-Hant': '繁', en: 'EN' },
    channel: channelIn('zh-Hans'),
    reconnecting: '连接中断，正在重连…',
    position: (place) => `第 ${place} 位`,
    behind: (count) => `后面还有 ${count} 位`,
  },
  'zh-Hant': {
    pane: '對話列表',
    tabs: '對話',
    waiting: '排隊',
    mine: '我的',
    closed: '已結束',
    nobodyWaits: '目前沒有人排隊',
    nobodyWaitsAbout: '有新客戶時會提醒您。',
    nobodyMine: '手上沒有對話',
    nobodyMineAbout: '從排隊列表接手，或等待系統指派給您。',
    nothingClosed: '還沒有結束的對話',
    offer: '新對話指派給您',
    offerLeft: (seconds) => `${seconds} 秒內接手`,
    accept: '接手',
    decline: '讓給別人',
    take: '接手',
    offered: '指派給您',
    offeredToOther: '正指派給同事',
    waited: '已等候',
    answerDue: '客戶在等回覆',
    answered: '已回覆',
    unread: (count) => `${count} 則未讀`,
    returning: '優先',
    taken: '已由其他人接手。',
    notReached: '沒有成功，請再試一次。',
    reasons: {
      asked: '要求真人',
      'major-complaint': '重大申訴',
      security: '資安事件',
      anger: '情緒激動',
      'not-understood': '未能理解',
      form: '需真人辦理',
    },
    severities: { minor: '一般', moderate: '較重', major: '重大' },
    ends: { returned: '已交回', left: '客戶離開', callback: '改回電' },
    languages: { 'zh-Hans': '简', 'zh-Hant': '繁', en: 'EN' },
    channel: channelIn('zh-Hant'),
    reconnecting: '連線中斷，正在重新連線…',
    position: (place) => `第 ${place} 位`,
    behind: (count) => `後面還有 ${count} 位`,
  },
  en: {
    pane: 'Conversations',
    tabs: 'Conversations',
    waiting: 'Waiting',
    mine: 'Mine',
    closed: 'Closed',
    nobodyWaits: 'Nobody is waiting',
    nobodyWaitsAbout: 'You will be told when a customer comes.',
    nobodyMine: 'No conversations at hand',
    nobodyMineAbout: 'Take one that waits, or wait for one to be offered to you.',
    nothingClosed: 'Nothing closed yet',
    offer: 'New conversation for you',
    offerLeft: (seconds) => `${seconds} s to accept`,
    accept: 'Accept',
    decline: 'Pass on',
    take: 'Take',
    offered: 'For you',
    offeredToOther: 'Offered to a colleague',
    waited: 'Waiting for',
    answerDue: 'Customer waits for an answer',
    answered: 'Answered',
    unread: (count) => `${count} unread`,
    returning: 'First',
    taken: 'Somebody else has taken it.',
    notReached: 'That did not work. Please try again.',
    reasons: {
      asked: 'Asked for a person',
      'major-complaint': 'Major complaint',
      security: 'Security',
      anger: 'Upset',
      'not-understood': 'Not understood',
      form: 'Needs a person',
    },
    severities: { minor: 'Minor', moderate: 'Moderate', major: 'Major' },
    ends: { returned: 'Returned', left: 'Left', callback: 'Call-back' },
    languages: { 'zh-Hans': '简', 'zh-Hant': '繁', en: 'EN' },
    channel: channelIn('en'),
    reconnecting: 'Connection lost. Reconnecting…',
    position: (place) => `No. ${place}`,
    behind: (count) => `${count} more behind these`,
  },
};
