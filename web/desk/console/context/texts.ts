import type { ConversationView } from '../../../../adapters/desk/schemas.ts';
import type { Texts } from '../../lib/language.tsx';

type HistoryWhat = ConversationView['cases'][number]['history'][number]['what'];

interface ContextTexts {
  readonly pane: string;
  readonly close: string;
  readonly customer: string;
  readonly name: string;
  readonly phone: string;
  readonly reveal: (what: string) => string;
  readonly revealAbout: string;
  readonly notRevealed: string;
  readonly unknown: string;
  readonly assurance: string;
  readonly assurances: Readonly<Record<'none' | 'claimed' | 'code', string>>;
  readonly consents: string;
  readonly purposes: Readonly<Record<string, string>>;
  readonly given: string;
  readonly withdrawn: string;
  readonly understood: string;
  readonly noSlots: string;
  readonly cases: string;
  readonly noCases: string;
  readonly fileCase: string;
  readonly clockLeft: (left: string) => string;
  readonly clockOver: (over: string) => string;
  readonly clockStates: Readonly<Record<'running' | 'paused' | 'met' | 'warning' | 'breached', string>>;
  readonly caseMenu: (number: string) => string;
  readonly stageTo: (stage: string) => string;
  readonly pause: string;
  readonly resume: string;
  readonly waiting: (since: string) => string;
  readonly history: string;
  readonly historyWhat: Readonly<Record<HistoryWhat, string>>;
  /** Those who are no members of staff. */
  readonly historyBy: Readonly<Record<string, string>>;
  readonly reclassify: string;
  readonly answers: string;
  readonly bookings: string;
  readonly noBookings: string;
  readonly book: string;
  readonly bookingStates: Readonly<Record<'booked' | 'cancelled' | 'done' | 'missed', string>>;
  readonly earlier: string;
  readonly noEarlier: string;
  readonly results: Readonly<Record<'solved' | 'unsolved' | 'follow-up', string>>;
}

export const contextTexts: Texts<ContextTexts> = {
  'zh-Hans': {
    pane: '客户信息',
    close: '关闭客户信息',
    customer: '客户',
    name: '姓名',
    phone: '电话',
    reveal: (what) => `查看${what}`,
    revealAbout: '查看会记入审计',
    notRevealed: '没有查到，请重试。',
    unknown: '未提供',
    assurance: '身份',
    assurances: { none: '未核实', claimed: '客户自称', code: '验证码已核' },
    consents: '同意项',
    purposes: { service: '服务', improvement: '改进服务' },
    given: '同意',
    withdrawn: '不同意',
    understood: '已了解',
    noSlots: '机器人还没有收集到信息',
    cases: '在办工单',
    noCases: '没有在办工单',
    fileCase: '建工单',
    clockLeft: (left) => `剩 ${left}`,
    clockOver: (over) => `超时 ${over}`,
    clockStates: { running: '计时中', paused: '暂停', met: '已达成', warning: '将超时', breached: '已超时' },
    caseMenu: (number) => `${number} 的操作`,
    stageTo: (stage) => `改为「${stage}」`,
    pause: '请客户补充…',
    resume: '继续计时…',
    waiting: (since) => `${since} 起等客户补充`,
    history: '经过',
    historyWhat: {
      ...{ registered: '登记', stage: '阶段', urged: '催办', amended: '客户补充', withdrawn: '撤销', linked: '关联' },
      ...{ 'clock-warning': '将超时', 'clock-breach': '已超时', reclassified: '改分类' },
      ...{ paused: '请客户补充', resumed: '继续计时', 'proof-failed': '身份核对未通过' },
      ...{ 'customer-linked': '并入其他渠道', 'customer-unlinked': '与其他渠道分开', incident: '安全处置' },
    },
    historyBy: { customer: '客户', bot: '首问', clock: '计时' },
    reclassify: '改分类…',
    answers: '登记内容',
    bookings: '预约',
    noBookings: '没有预约',
    book: '预约',
    bookingStates: { booked: '已约', cancelled: '已取消', done: '已完成', missed: '未到' },
    earlier: '以前的人工会话',
    noEarlier: '第一次找人工',
    results: { solved: '已解决', unsolved: '未解决', 'follow-up': '需跟进' },
  },
  'zh-Hant': {
    pane: '客戶資訊',
    close: '關閉客戶資訊',
    customer: '客戶',
    name: '姓名',
    phone: '電話',
    reveal: (what) => `檢視${what}`,
    revealAbout: '檢視會記入稽核',
    notRevealed: '沒有查到，請再試一次。',
    unknown: '未提供',
    assurance: '身分',
    assurances: { none: '未核實', claimed: '客戶自述', code: '驗證碼已核' },
    consents: '同意項目',
    purposes: { service: '服務', improvement: '改善服務' },
    given: '同意',
    withdrawn: '不同意',
    understood: '已了解',
    noSlots: '機器人還沒有收集到資訊',
    cases: '處理中案件',
    noCases: '沒有處理中的案件',
    fileCase: '建立案件',
    clockLeft: (left) => `剩 ${left}`,
    clockOver: (over) => `逾時 ${over}`,
    clockStates: { running: '計時中', paused: '暫停', met: '已達成', warning: '即將逾時', breached: '已逾時' },
    caseMenu: (number) => `${number} 的操作`,
    stageTo: (stage) => `改為「${stage}」`,
    pause: '請客戶補充…',
    resume: '繼續計時…',
    waiting: (since) => `${since} 起等客戶補充`,
    history: '經過',
    historyWhat: {
      ...{ registered: '登記', stage: '階段', urged: '催辦', amended: '客戶補充', withdrawn: '撤回', linked: '關聯' },
      ...{ 'clock-warning': '即將逾時', 'clock-breach': '已逾時', reclassified: '改分類' },
      ...{ paused: '請客戶補充', resumed: '繼續計時', 'proof-failed': '身分核對未通過' },
      ...{ 'customer-linked': '併入其他管道', 'customer-unlinked': '與其他管道分開', incident: '資安處置' },
    },
    historyBy: { customer: '客戶', bot: '首問', clock: '計時' },
    reclassify: '改分類…',
    answers: '登記內容',
    bookings: '預約',
    noBookings: '沒有預約',
    book: '預約',
    bookingStates: { booked: '已約', cancelled: '已取消', done: '已完成', missed: '未到' },
    earlier: '以前的真人對話',
    noEarlier: '第一次找真人',
    results: { solved: '已解決', unsolved: '未解決', 'follow-up': '需跟進' },
  },
  en: {
    pane: 'About the customer',
    close: 'Close the customer pane',
    customer: 'Customer',
    name: 'Name',
    phone: 'Phone',
    reveal: (what) => `Show ${what.toLowerCase()}`,
    revealAbout: 'Showing it is written to the audit',
    notRevealed: 'It could not be shown. Please try again.',
    unknown: 'Not given',
    assurance: 'Identity',
    assurances: { none: 'Not checked', claimed: 'As the customer says', code: 'Checked by code' },
    consents: 'Consents',
    purposes: { service: 'Service', improvement: 'Improving the service' },
    given: 'Yes',
    withdrawn: 'No',
    understood: 'Known so far',
    noSlots: 'The bot has gathered nothing yet',
    cases: 'Open cases',
    noCases: 'No open cases',
    fileCase: 'File a case',
    clockLeft: (left) => `${left} left`,
    clockOver: (over) => `${over} over`,
    clockStates: { running: 'Running', paused: 'Paused', met: 'Met', warning: 'Soon due', breached: 'Overdue' },
    caseMenu: (number) => `Actions for ${number}`,
    stageTo: (stage) => `Move to “${stage}”`,
    pause: 'Ask the customer…',
    resume: 'Resume the clocks…',
    waiting: (since) => `Waiting for the customer since ${since}`,
    history: 'History',
    historyWhat: {
      ...{ registered: 'Filed', stage: 'Stage', urged: 'Chased', amended: 'Added by the customer' },
      ...{ withdrawn: 'Withdrawn', linked: 'Linked', 'clock-warning': 'Soon due', 'clock-breach': 'Overdue' },
      ...{ reclassified: 'Reclassified', paused: 'Customer asked', resumed: 'Clocks resumed' },
      ...{ 'proof-failed': 'Identity not proved', 'customer-linked': 'Joined with another channel' },
      ...{ 'customer-unlinked': 'Parted from another channel', incident: 'Incident' },
    },
    historyBy: { customer: 'Customer', bot: 'Shouwen', clock: 'Clock' },
    reclassify: 'Reclassify…',
    answers: 'What was filed',
    bookings: 'Bookings',
    noBookings: 'No bookings',
    book: 'Book',
    bookingStates: { booked: 'Booked', cancelled: 'Cancelled', done: 'Done', missed: 'Missed' },
    earlier: 'Earlier conversations',
    noEarlier: 'First time with a person',
    results: { solved: 'Solved', unsolved: 'Not solved', 'follow-up': 'Follow-up' },
  },
};
