import type { Purpose } from '../domain/customers/customer.ts';
import type { Names } from '../domain/ids.ts';
import type { Intent } from '../domain/labels.ts';

const n = (hans: string, hant: string, en: string): Names => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** Wishes as quick replies: pressing one sends exactly these words. */
export const INTENT_NAMES: Readonly<Record<Intent, Names>> = {
  'consult.general': n('业务咨询', '業務諮詢', 'Ask about services'),
  'consult.account': n('查询我的账户', '查詢我的帳戶', 'Ask about my account'),
  'service.apply': n('办理业务', '申辦服務', 'Get a new service'),
  'service.change': n('变更业务', '變更服務', 'Change a service'),
  'service.terminate': n('退订或销户', '退租或銷戶', 'Cancel a service'),
  'appointment.book': n('预约上门或到店', '預約到府或臨櫃', 'Book an appointment'),
  'appointment.change': n('更改预约', '更改預約', 'Move an appointment'),
  'appointment.cancel': n('取消预约', '取消預約', 'Cancel an appointment'),
  'appointment.status': n('查询预约', '查詢預約', 'See my appointments'),
  'fault.report': n('故障报修', '故障報修', 'Report a fault'),
  'complaint.file': n('投诉', '投訴', 'Make a complaint'),
  'case.status': n('查询进度', '查詢進度', 'Check progress'),
  'case.urge': n('催办', '催辦', 'Ask to hurry up'),
  'case.amend': n('补充信息', '補充資料', 'Add to a case'),
  'case.withdraw': n('撤销工单', '撤銷案件', 'Withdraw a case'),
  'feedback.praise': n('表扬', '表揚', 'Give praise'),
  'feedback.suggest': n('提建议', '提建議', 'Make a suggestion'),
  'handoff.request': n('转人工', '轉真人客服', 'Talk to a person'),
  'privacy.request': n('我的个人信息', '我的個人資料', 'My personal data'),
  'security.report': n('报告诈骗或安全问题', '通報詐騙或資安問題', 'Report fraud or a security problem'),
  greet: n('你好', '你好', 'Hello'),
  thanks: n('谢谢', '謝謝', 'Thank you'),
  goodbye: n('再见', '再見', 'Goodbye'),
  affirm: n('是', '是', 'Yes'),
  deny: n('否', '否', 'No'),
  help: n('你能做什么', '你可以做什麼', 'What can you do'),
  cancel: n('取消', '取消', 'Cancel'),
  back: n('返回上一步', '回上一步', 'Go back'),
  restart: n('重新开始', '重新開始', 'Start over'),
  'out-of-scope': n('其他', '其他', 'Something else'),
};

export const YES = n('是', '是', 'Yes');
export const NO = n('否', '否', 'No');
export const NONE_OF_THESE = n('都不是', '都不是', 'None of these');
export const CONFIRM = n('确认提交', '確認送出', 'Confirm');
export const CHANGE = n('修改', '修改', 'Change something');
export const DROP = n('不办了', '不辦了', 'Never mind');
export const AGREE = n('同意', '同意', 'I agree');
export const DISAGREE = n('不同意', '不同意', 'I do not agree');
/** Agrees to the service and, beyond it, to improvement. */
export const AGREE_AND_IMPROVE = n('同意，也帮助改进', '同意，也幫助改進', 'I agree, and to help improve');
export const KEEP = n('保留', '保留', 'Keep it');
/** Answer of somebody who has no case number at hand. */
export const NO_NUMBER = n('没有编号', '沒有編號', 'I have no number');

export const FORM_TITLES = {
  appointment: n('预约', '預約', 'Appointment'),
  appointmentChange: n('更改预约', '更改預約', 'Moving an appointment'),
  appointmentCancel: n('取消预约', '取消預約', 'Cancelling an appointment'),
  appointmentStatus: n('查询预约', '查詢預約', 'Appointment details'),
  fault: n('故障报修', '故障報修', 'Fault report'),
  complaint: n('投诉', '投訴', 'Complaint'),
  application: n('业务申请', '服務申請', 'Service request'),
  feedback: n('意见反馈', '意見回饋', 'Feedback'),
  privacy: n('个人信息', '個人資料', 'Personal data'),
  security: n('安全事件', '資安事件', 'Security report'),
  callback: n('回电', '回電', 'Call-back'),
  reach: n('联系方式', '聯絡方式', 'How to reach you'),
  survey: n('满意度评价', '滿意度評價', 'Rating'),
  caseStatus: n('查询进度', '查詢進度', 'Case progress'),
  caseUrge: n('催办', '催辦', 'Asking for speed'),
  caseAmend: n('补充信息', '補充資料', 'Adding to a case'),
  caseWithdraw: n('撤销工单', '撤銷案件', 'Withdrawing a case'),
  link: n('账号绑定', '帳號連結', 'Linking your chats'),
} as const satisfies Record<string, Names>;

/** What a question is called on summaries and when something is to be changed. */
export const FIELDS = {
  kind: n('预约类型', '預約類型', 'Kind of appointment'),
  service: n('业务', '服務', 'Service'),
  address: n('地址', '地址', 'Address'),
  branch: n('营业厅', '門市', 'Branch'),
  slot: n('时间', '時間', 'Time'),
  consent: n('信息使用', '資料使用', 'Use of data'),
  name: n('称呼', '稱呼', 'Name'),
  contact: n('联系方式', '聯絡方式', 'Contact'),
  phone: n('电话', '電話', 'Phone'),
  symptom: n('故障现象', '故障現象', 'What is wrong'),
  selfCheck: n('自查', '自行檢查', 'Self-check'),
  since: n('开始时间', '開始時間', 'Since'),
  pattern: n('出现频率', '發生頻率', 'How often'),
  place: n('地点', '地點', 'Where'),
  extent: n('影响范围', '影響範圍', 'Who is affected'),
  impact: n('影响程度', '影響程度', 'How badly'),
  before: n('故障前的变化', '故障前的變動', 'What changed before'),
  outage: n('已知故障', '已知障礙', 'Known outage'),
  story: n('投诉内容', '投訴內容', 'What happened'),
  category: n('类别', '類別', 'Category'),
  severity: n('程度', '程度', 'Severity'),
  level: n('级别', '級別', 'Level'),
  remedy: n('您的诉求', '您的訴求', 'What you would like'),
  what: n('内容', '內容', 'Details'),
  booking: n('预约', '預約', 'Appointment'),
  case: n('工单', '案件', 'Case'),
  code: n('验证码', '驗證碼', 'Code'),
  proof: n('身份核实', '身分核對', 'Proof'),
  sure: n('确认', '確認', 'Confirmation'),
  stage: n('当前进度', '目前進度', 'Progress'),
  team: n('负责部门', '負責部門', 'Responsible team'),
  number: n('编号', '編號', 'Number'),
  next: n('接下来', '接下來', 'What happens next'),
  request: n('请求', '請求', 'Request'),
  solved: n('是否解决', '是否解決', 'Solved'),
  quality: n('服务质量', '服務品質', 'Quality of service'),
  efficiency: n('办事效率', '辦事效率', 'Efficiency'),
  attitude: n('服务态度', '服務態度', 'Attitude'),
  response: n('响应速度', '回應速度', 'Speed of response'),
  recommend: n('推荐意愿', '推薦意願', 'Recommendation'),
  words: n('您的话', '您的話', 'Your words'),
} as const satisfies Record<string, Names>;

export const SELF_CHECK = {
  failed: n('还是不行', '還是不行', 'Still not working'),
  worked: n('好了，恢复了', '好了，恢復了', 'It works again'),
  later: n('现在不方便试', '現在不方便試', 'I cannot try now'),
} as const;

export const SOLVED = {
  yes: n('解决了', '解決了', 'Yes, solved'),
  no: n('还没解决', '還沒解決', 'Not solved'),
} as const;

/** OSM 2.3.2. Typed as the bare number as well. */
export const RATINGS = {
  '1': n('1 很不满意', '1 很不滿意', '1 very poor'),
  '2': n('2 不满意', '2 不滿意', '2 poor'),
  '3': n('3 一般', '3 普通', '3 fair'),
  '4': n('4 满意', '4 滿意', '4 good'),
  '5': n('5 非常满意', '5 非常滿意', '5 very good'),
} as const;

export const SURVEY = {
  now: n('现在评价', '現在評價', 'Rate it now'),
  notNow: n('不用了', '不用了', 'No, thank you'),
  skip: n('跳过这题', '跳過這題', 'Skip this one'),
  end: n('不评了', '不評了', 'Stop rating'),
  nothing: n('没有了', '沒有了', 'Nothing to add'),
} as const;

/** While waiting for a person. */
export const WAITING = {
  callback: n('改为回电', '改為回電', 'Call me back instead'),
  leave: n('不等了，返回机器人', '不等了，返回機器人', 'Stop waiting, back to the bot'),
} as const;

export const SINCE = {
  now: n('刚刚', '剛剛', 'Just now'),
  today: n('今天', '今天', 'Today'),
  yesterday: n('昨天', '昨天', 'Yesterday'),
  earlier: n('更早', '更早', 'Earlier'),
} as const;

export const PATTERN = {
  always: n('一直这样', '一直這樣', 'All the time'),
  sometimes: n('时好时坏', '時好時壞', 'On and off'),
} as const;

export const EXTENT = {
  device: n('只有一台设备', '只有一台裝置', 'One device only'),
  home: n('家里全部', '家裡全部', 'Everything at my place'),
  area: n('整栋楼或整片', '整棟樓或整個區域', 'The whole building or area'),
} as const;

export const IMPACT = {
  none: n('完全不能用', '完全不能用', 'It does not work at all'),
  partly: n('勉强能用', '勉強能用', 'It works, but badly'),
} as const;

export const BEFORE = {
  nothing: n('没有变化', '沒有變動', 'Nothing changed'),
  moved: n('搬动过设备或搬家', '移動過設備或搬家', 'Moved house or device'),
  power: n('停过电或打雷', '停過電或打雷', 'Power cut or lightning'),
  arrears: n('可能欠费', '可能欠費', 'Maybe a late payment'),
  device: n('换过设备', '換過設備', 'New device'),
  works: n('附近有施工', '附近有施工', 'Construction nearby'),
} as const;

/** What was chosen for a slot, by the slot: staff read the words, not the value. */
export const CHOSEN: Readonly<Record<string, Readonly<Record<string, Names>>>> = {
  pattern: PATTERN,
  extent: EXTENT,
  impact: IMPACT,
  before: BEFORE,
};

export const OUTAGE = {
  register: n('帮我登记', '幫我登記', 'Register me'),
  leave: n('不用了，我等恢复', '不用了，我等恢復', 'No need, I will wait'),
} as const;

export const PRIVACY = {
  see: n('查看我的信息', '查看我的資料', 'See what is held'),
  correct: n('更正', '更正', 'Correct it'),
  export: n('导出', '匯出', 'Export it'),
  delete: n('删除', '刪除', 'Delete it'),
  withdraw: n('撤回同意', '撤回同意', 'Withdraw my consent'),
} as const;

/** What may be put right. */
export const CORRECTIONS = {
  phone: n('电话', '電話', 'Phone number'),
  name: n('称呼', '稱呼', 'Name'),
  address: n('地址', '地址', 'Address'),
  other: n('其他内容', '其他內容', 'Something else'),
} as const;

/** Of a number that was read back. */
export const NOT_IT = n('不对', '不對', 'No, another one');
export const NONE_HELD = n('无', '無', 'none');
export const GIVEN = {
  yes: n('已同意', '已同意', 'agreed'),
  no: n('未同意', '未同意', 'not agreed'),
} as const;
export const PURPOSE_NAMES = {
  service: n('办理业务', '辦理服務', 'service'),
  improvement: n('改进服务', '改善服務', 'improving the service'),
} as const satisfies Record<Purpose, Names>;
export const HELD = {
  surveys: n('评价留言', '評價留言', 'Words of ratings'),
  more: n('另有', '另有', 'Further records'),
} as const;

/** One customer on several channels. */
export const LINK = {
  get: n('在这里取验证码', '在這裡取驗證碼', 'Get a code here'),
  link: n('绑定', '連結', 'Link them'),
  dont: n('不绑定', '不連結', 'Do not link'),
  unlink: n('解除绑定', '解除連結', 'Unlink'),
  stay: n('保留', '保留', 'Keep it'),
} as const;

export const APPLY = {
  apply: INTENT_NAMES['service.apply'],
  change: INTENT_NAMES['service.change'],
  terminate: INTENT_NAMES['service.terminate'],
} as const;

/** What personal data are asked for (manual section 10: say what for before asking). */
export const CONSENT_PURPOSES = {
  visit: n('安排预约并联系您', '安排預約並聯絡您', 'arrange the appointment and reach you about it'),
  fault: n('处理报修并联系您', '處理報修並聯絡您', 'handle the fault and reach you about it'),
  complaint: n('处理投诉并答复您', '處理投訴並回覆您', 'handle your complaint and answer you'),
  application: n('办理业务并联系您', '辦理服務並聯絡您', 'handle your request and reach you about it'),
  callback: n('请同事回电给您', '請同事回電給您', 'have a colleague call you back'),
  security: n('处理安全事件并联系您', '處理資安事件並聯絡您', 'handle the incident and reach you about it'),
} as const satisfies Record<string, Names>;
