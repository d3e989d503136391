import type { HandoffView } from '../../../../adapters/desk/schemas.ts';
import type { Texts } from '../../lib/language.tsx';

type Result = NonNullable<Extract<HandoffView['owner'], { kind: 'ended' }>['result']>;

interface ActionTexts {
  readonly cancel: string;
  readonly failed: (code: string) => string;
  readonly unreachable: string;
  readonly transfer: string;
  readonly transferTo: string;
  readonly toAgent: string;
  readonly toTeam: string;
  readonly agent: string;
  readonly team: string;
  readonly nobodyElse: string;
  readonly load: (load: number, limit: number) => string;
  readonly transferNote: string;
  readonly transferNoteAbout: string;
  readonly transferred: string;
  readonly finish: string;
  readonly finishAbout: string;
  readonly result: string;
  readonly results: Readonly<Record<Result, string>>;
  readonly finishNote: string;
  readonly returnIt: string;
  readonly returned: string;
  readonly fileCase: string;
  readonly kind: string;
  readonly category: string;
  readonly severity: string;
  readonly level: string;
  readonly area: string;
  readonly story: string;
  readonly storyMissing: string;
  readonly known: string;
  readonly file: string;
  readonly filed: (number: string) => string;
  readonly told: string;
  readonly book: string;
  readonly bookingKind: string;
  readonly service: string;
  readonly place: string;
  readonly branch: string;
  readonly elsewhere: string;
  readonly slot: string;
  readonly noSlots: string;
  readonly slotLeft: (count: number) => string;
  readonly address: string;
  readonly forCase: string;
  readonly noCase: string;
  readonly bookIt: string;
  readonly booked: (number: string) => string;
  readonly slotTaken: string;
  readonly stageTo: (stage: string) => string;
  readonly stageNote: string;
  readonly changeStage: string;
  readonly stageChanged: string;
  readonly ownWork: string;
  readonly pause: string;
  readonly pauseIt: string;
  readonly pauseAbout: string;
  readonly question: string;
  readonly paused: string;
  readonly cannotPause: string;
  readonly resume: string;
  readonly resumeAbout: string;
  readonly resumed: string;
  readonly cannotResume: string;
  readonly reclassify: string;
  readonly reclassifyNote: string;
  readonly reclassified: string;
  readonly save: string;
  readonly notSet: string;
  readonly loading: string;
}

export const actionTexts: Texts<ActionTexts> = {
  'zh-Hans': {
    cancel: '取消',
    failed: (code) => `没有成功（${code}）。`,
    unreachable: '暂时连不上服务器，请重试。不会重复办理。',
    transfer: '转接会话',
    transferTo: '转给',
    toAgent: '同事',
    toTeam: '团队',
    agent: '同事',
    team: '团队',
    nobodyElse: '没有其他同事在线',
    load: (load, limit) => `${load}/${limit} 个会话`,
    transferNote: '转接说明',
    transferNoteAbout: '接手的同事会看到，客户看不到。',
    transferred: '已转接。',
    finish: '结束并交回首问',
    finishAbout: '会话交回机器人，客户会收到告知和评价邀请。',
    result: '处理结果',
    results: { solved: '已解决', unsolved: '未解决', 'follow-up': '需要跟进' },
    finishNote: '小结',
    returnIt: '结束会话',
    returned: '已交回首问。',
    fileCase: '建工单',
    kind: '类型',
    category: '分类',
    severity: '严重程度',
    level: '级别',
    area: '区域',
    story: '事情经过',
    storyMissing: '请写下事情经过。',
    known: '已了解的信息',
    file: '登记',
    filed: (number) => `已登记 ${number}，并告知客户。`,
    told: '登记后客户会在对话里收到工单号。',
    book: '预约',
    bookingKind: '预约类型',
    service: '业务',
    place: '区域',
    branch: '营业厅',
    elsewhere: '其他区域',
    slot: '时段',
    noSlots: '近期没有可约的时段',
    slotLeft: (count) => `余 ${count}`,
    address: '地址',
    forCase: '关联工单',
    noCase: '不关联',
    bookIt: '预约',
    booked: (number) => `已预约 ${number}，并告知客户。`,
    slotTaken: '这个时段刚被约满，请另选。',
    stageTo: (stage) => `改为「${stage}」`,
    stageNote: '处理说明',
    changeStage: '更改阶段',
    stageChanged: '阶段已更改，客户会收到告知。',
    ownWork: '双人确认：您处理的故障要由另一位同事办结。',
    pause: '请客户补充',
    pauseIt: '发给客户，暂停计时',
    pauseAbout: '客户会在对话里看到。客户回复后自动继续计时。',
    question: '请客户补充什么',
    paused: '已发给客户，计时暂停。',
    cannotPause: '现在不能暂停：已在等客户，或没有可暂停的计时。',
    resume: '继续计时',
    resumeAbout: '客户已用其他方式回复，或不用再等。等客户的时间不计入时限。',
    resumed: '已继续计时。',
    cannotResume: '计时已经在继续了。',
    reclassify: '改分类',
    reclassifyNote: '为什么',
    reclassified: '分类已更改。',
    save: '保存',
    notSet: '未定',
    loading: '正在载入…',
  },
  'zh-Hant': {
    cancel: '取消',
    failed: (code) => `沒有成功（${code}）。`,
    unreachable: '暫時無法連上伺服器，請再試一次。不會重複辦理。',
    transfer: '轉接對話',
    transferTo: '轉給',
    toAgent: '同事',
    toTeam: '團隊',
    agent: '同事',
    team: '團隊',
    nobodyElse: '沒有其他同事在線上',
    load: (load, limit) => `${load}/${limit} 個對話`,
    transferNote: '轉接說明',
    transferNoteAbout: '接手的同事會看到，客戶看不到。',
    transferred: '已轉接。',
    finish: '結束並交回首問',
    finishAbout: '對話交回機器人，客戶會收到告知與評價邀請。',
    result: '處理結果',
    results: { solved: '已解決', unsolved: '未解決', 'follow-up': '需要跟進' },
    finishNote: '小結',
    returnIt: '結束對話',
    returned: '已交回首問。',
    fileCase: '建立案件',
    kind: '類型',
    category: '分類',
    severity: '嚴重程度',
    level: '級別',
    area: '區域',
    story: '事情經過',
    storyMissing: '請寫下事情經過。',
    known: '已了解的資訊',
    file: '登記',
    filed: (number) => `已登記 ${number}，並告知客戶。`,
    told: '登記後客戶會在對話裡收到案件編號。',
    book: '預約',
    bookingKind: '預約類型',
    service: '業務',
    place: '區域',
    branch: '門市',
    elsewhere: '其他區域',
    slot: '時段',
    noSlots: '近期沒有可預約的時段',
    slotLeft: (count) => `尚餘 ${count}`,
    address: '地址',
    forCase: '關聯案件',
    noCase: '不關聯',
    bookIt: '預約',
    booked: (number) => `已預約 ${number}，並告知客戶。`,
    slotTaken: '這個時段剛被約滿，請另選。',
    stageTo: (stage) => `改為「${stage}」`,
    stageNote: '處理說明',
    changeStage: '變更階段',
    stageChanged: '階段已變更，客戶會收到告知。',
    ownWork: '雙人確認：您處理的故障要由另一位同事結案。',
    pause: '請客戶補充',
    pauseIt: '傳給客戶，暫停計時',
    pauseAbout: '客戶會在對話裡看到。客戶回覆後自動繼續計時。',
    question: '請客戶補充什麼',
    paused: '已傳給客戶，計時暫停。',
    cannotPause: '現在不能暫停：已在等客戶，或沒有可暫停的計時。',
    resume: '繼續計時',
    resumeAbout: '客戶已用其他方式回覆，或不用再等。等客戶的時間不計入時限。',
    resumed: '已繼續計時。',
    cannotResume: '計時已經在繼續了。',
    reclassify: '改分類',
    reclassifyNote: '為什麼',
    reclassified: '分類已變更。',
    save: '儲存',
    notSet: '未定',
    loading: '載入中…',
  },
  en: {
    cancel: 'Cancel',
    failed: (code) => `That did not work (${code}).`,
    unreachable: 'The server cannot be reached. Please try again; nothing is done twice.',
    transfer: 'Transfer the conversation',
    transferTo: 'To',
    toAgent: 'A colleague',
    toTeam: 'A team',
    agent: 'Colleague',
    team: 'Team',
    nobodyElse: 'No other colleague is here',
    load: (load, limit) => `${load} of ${limit}`,
    transferNote: 'Note',
    transferNoteAbout: 'For whoever takes it. The customer never sees it.',
    transferred: 'Transferred.',
    finish: 'End and return to Shouwen',
    finishAbout: 'The bot answers from then on. The customer is told and asked how it was.',
    result: 'Result',
    results: { solved: 'Solved', unsolved: 'Not solved', 'follow-up': 'Needs a follow-up' },
    finishNote: 'Summary',
    returnIt: 'End',
    returned: 'Returned to Shouwen.',
    fileCase: 'File a case',
    kind: 'Kind',
    category: 'Category',
    severity: 'Severity',
    level: 'Level',
    area: 'Area',
    story: 'What happened',
    storyMissing: 'Please write what happened.',
    known: 'Known so far',
    file: 'File',
    filed: (number) => `Filed as ${number}; the customer was told.`,
    told: 'The customer is told the number in the conversation.',
    book: 'Book',
    bookingKind: 'Kind',
    service: 'Service',
    place: 'Area',
    branch: 'Branch',
    elsewhere: 'Elsewhere',
    slot: 'Time',
    noSlots: 'Nothing free in the coming days',
    slotLeft: (count) => `${count} left`,
    address: 'Address',
    forCase: 'For case',
    noCase: 'None',
    bookIt: 'Book',
    booked: (number) => `Booked as ${number}; the customer was told.`,
    slotTaken: 'That time has just been taken. Please choose another.',
    stageTo: (stage) => `Move to “${stage}”`,
    stageNote: 'What was done',
    changeStage: 'Change stage',
    stageChanged: 'Stage changed; the customer is told.',
    ownWork: 'Two people confirm a fault: you resolved it, so a colleague has to close it.',
    pause: 'Ask the customer',
    pauseIt: 'Ask and pause the clocks',
    pauseAbout: 'The customer sees it in the conversation. Their answer starts the clocks again.',
    question: 'What the customer is to tell',
    paused: 'Asked; the clocks are paused.',
    cannotPause: 'It cannot be paused now: it waits already, or no clock that may pause runs.',
    resume: 'Resume the clocks',
    resumeAbout: 'The customer answered in another way, or need not. The time spent waiting does not count.',
    resumed: 'The clocks run again.',
    cannotResume: 'The clocks run already.',
    reclassify: 'Reclassify',
    reclassifyNote: 'Why',
    reclassified: 'Reclassified.',
    save: 'Save',
    notSet: 'Not set',
    loading: 'Loading…',
  },
};
