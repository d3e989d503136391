import type { HandoffView } from '../../../adapters/desk/schemas.ts';
import type { FakeDesk } from '../../support/fakeDesk.ts';
import { catalogue, member, waiting } from '../../support/fakeDeskScene.ts';

const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();
const hence = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

export const colleague = member('li', '李思源', { id: 'li', status: 'busy', load: 2, skills: ['billing', 'faults'] });
export const supervisor = member('zhou', '周敏', { id: 'zhou', role: 'supervisor' });

/** A row of mine. */
export function mine(name: string, unanswered: number | null, change: Partial<HandoffView> = {}): HandoffView {
  return waiting(name, 60, {
    owner: { kind: 'agent', agent: 'me', since: ago(240), firstReplyAt: null },
    position: null,
    unansweredSince: unanswered === null ? null : ago(unanswered),
    ...change,
  });
}

/** A working day: two of mine, three who wait, colleagues, canned replies, free slots. */
export function day({ books }: FakeDesk): void {
  books.agents = [colleague, supervisor];
  books.catalogue = {
    ...catalogue,
    services: {
      broadband: { 'zh-Hans': '宽带', 'zh-Hant': '寬頻', en: 'Broadband' },
      mobile: { 'zh-Hans': '移动电话', 'zh-Hant': '行動電話', en: 'Mobile' },
    },
    areas: {
      north: { 'zh-Hans': '城北', 'zh-Hant': '城北', en: 'North' },
      south: { 'zh-Hans': '城南', 'zh-Hant': '城南', en: 'South' },
    },
    bookingKinds: {
      repair: { 'zh-Hans': '上门维修', 'zh-Hant': '到府維修', en: 'Repair visit' },
      install: { 'zh-Hans': '上门安装', 'zh-Hant': '到府安裝', en: 'Installation' },
      branch: { 'zh-Hans': '营业厅办理', 'zh-Hant': '門市辦理', en: 'Branch' },
      callback: { 'zh-Hans': '回电', 'zh-Hant': '回電', en: 'Call-back' },
    },
    intents: {
      'complaint.file': { 'zh-Hans': '投诉', 'zh-Hant': '申訴', en: 'Complaint' },
      'fault.report': { 'zh-Hans': '报修', 'zh-Hant': '報修', en: 'Fault' },
    },
    stages: {
      ...catalogue.stages,
      investigating: {
        names: catalogue.stages.investigating?.names ?? { 'zh-Hans': '', 'zh-Hant': '', en: '' },
        next: ['resolved', 'withdrawn'],
      },
    },
  };
  books.canned = [
    reply(
      'greet',
      '您好{name}，我是{agent}，马上为您处理。',
      '您好{name}，我是{agent}，馬上為您處理。',
      'Hello {name}, this is {agent}. I am on it.',
    ),
    reply('hotline', '您也可以拨打{hotline}。', '您也可以撥打{hotline}。', 'You can also call {hotline}.'),
    reply(
      'case',
      '您的工单是{case}，有进展会马上告诉您。',
      '您的案件是{case}，有進展會馬上告訴您。',
      'Your case is {case}; you will hear of it at once.',
    ),
  ];
  const nine = new Date();
  nine.setHours(9, 0, 0, 0);
  books.slots = [1, 2].flatMap((days) =>
    [0, 2, 5].map((hours) => {
      const start = nine.getTime() + days * 86_400_000 + hours * 3_600_000;
      const iso = (at: number) => new Date(at).toISOString();
      return { id: `slot-${days}-${hours}`, start: iso(start), end: iso(start + 7_200_000), left: hours === 5 ? 0 : 3 };
    }),
  );
  billing(books);
  traditional(books);
  books.add(
    waiting('王**', 45, {
      handoff: 'h-wang',
      conversation: 'wang',
      reason: 'major-complaint',
      severity: 'major',
      preview: '我的号码被人冒名办了三张卡，现在还在扣费！',
      channel: 'wechat',
    }),
  );
  books.add(
    waiting('Sarah J.', 12, {
      handoff: 'h-sarah',
      conversation: 'sarah',
      language: 'en',
      preview: 'The router light is red and nothing works',
      reason: 'not-understood',
    }),
  );
  books.add(
    waiting('訪客 7F2A', 5, {
      handoff: 'h-guest',
      conversation: 'guest',
      language: 'zh-Hant',
      preview: '我想找真人',
      channel: 'telegram',
    }),
  );
}

function billing(books: FakeDesk['books']): void {
  const row = mine('赵**', 38, {
    handoff: 'h-zhao',
    conversation: 'zhao',
    reason: 'anger',
    severity: 'moderate',
    preview: '都三天了还没人管',
  });
  books.add(row, {
    customer: {
      ...{ id: 'c-zhao', name: '赵**', phone: '138****5678', assurance: 'claimed' },
      consents: [{ purpose: 'improvement', channel: 'sms', given: true, at: ago(86_400) }],
    },
    secret: { phone: '13812345678', name: '赵建国' },
    viewers: [{ id: 'zhou', name: '周敏' }],
    understood: {
      ...{ words: '上个月宽带多扣了我三十块，打了两次热线都没解决', intent: 'complaint.file', confidence: 0.93 },
      ...{ mood: 'upset', form: 'complaint' },
      slots: [
        {
          field: 'story',
          label: { 'zh-Hans': '事情经过', 'zh-Hant': '事情經過', en: 'What happened' },
          value: '上个月宽带多扣了三十块',
        },
        {
          field: 'category',
          label: { 'zh-Hans': '投诉分类', 'zh-Hant': '申訴分類', en: 'Category' },
          value: '资费与套餐类',
        },
        {
          field: 'contact',
          label: { 'zh-Hans': '联系电话', 'zh-Hant': '聯絡電話', en: 'Phone' },
          value: '138****5678',
        },
      ],
    },
    cases: [
      {
        ...{
          number: 'TS20261119-4MX2P-7',
          kind: 'complaint',
          category: 'billing-plan',
          severity: 'moderate',
          level: null,
        },
        ...{
          stage: 'investigating',
          owner: 'billing',
          customer: '138****5678',
          openedAt: ago(3 * 86_400),
          answers: {},
        },
        clocks: [
          { name: 'intake-confirmed', target: ago(7_200), limit: hence(1.2), pausedMs: 0, state: 'warning' },
          { name: 'complaint-resolved', target: hence(30), limit: hence(52), pausedMs: 0, state: 'running' },
        ],
        ...{ history: [], links: [], waiting: null, resolvedBy: null, confirmedBy: null, incident: null },
      },
    ],
    bookings: [
      {
        ...{ number: 'YY20261124-3HT8P-2', kind: 'repair', service: 'broadband', place: 'north', state: 'booked' },
        ...{ start: hence(40), end: hence(42), bookedAt: ago(3_600), case: null, settledBy: null },
        contact: { name: '赵**', phone: '138****5678', address: null },
      },
    ],
    earlier: [
      {
        ...{ handoff: 'h-old', conversation: 'zhao', requestedAt: ago(9 * 86_400), reason: 'asked' },
        ...{ how: 'returned', result: 'unsolved', agent: 'li' },
      },
    ],
  });
  const at = (seconds: number) => ({ at: ago(seconds) });
  const bot = (seconds: number, text: string, more = {}) =>
    books.say('zhao', { from: 'bot', message: 'x', text, ...at(seconds), ...more });
  const customer = (seconds: number, text: string, more = {}) => books.say('zhao', { text, ...at(seconds), ...more });
  customer(86_800, '我的宽带怎么又扣钱了');
  bot(86_790, '您好，我是首问。请说说是哪个月、扣了多少？', { choices: ['查询进度', '转人工'] });
  customer(600, '上个月宽带多扣了我三十块，打了两次热线都没解决');
  bot(595, '已为您登记投诉，工单号 TS20261119-4MX2P-7。', {
    card: {
      ...{ kind: 'case', number: 'TS20261119-4MX2P-7', title: '投诉工单' },
      rows: [
        { label: '分类', value: '资费与套餐类' },
        { label: '解决期限', value: '11月26日 18:00' },
      ],
    },
  });
  customer(420, '账单截图在这里，见 https://example.com/bill?m=10', {
    attachments: [{ contentType: 'image/png', url: '/desk/api/files/bill', name: '账单.png' }],
  });
  books.files.set('/files/bill', { contentType: 'image/png', bytes: picture() });
  customer(300, '转人工');
  bot(298, '正在为您转接，请稍候，您排在第 1 位。');
  books.say('zhao', {
    from: 'agent',
    name: '李思源',
    agent: 'li',
    clientId: 'old-1',
    text: '您好，我先看一下您的账单。',
    ...at(200),
  });
  books.note('zhao', colleague, 'transfer', '客户情绪激动，核对过账单：确实重复计费 30 元，需要资费组退费。');
  books.say('zhao', {
    from: 'agent',
    name: '陈一凡',
    agent: 'me',
    clientId: 'old-2',
    text: '赵先生您好，重复扣的 30 元我来帮您处理。',
    ...at(90),
  });
  customer(38, '都三天了还没人管');
  const zhao = books.find('zhao');
  zhao.notes = zhao.notes.map((note) => ({ ...note, at: ago(150) }));
  zhao.notes.push({
    id: 'w1',
    at: ago(60),
    by: 'zhou',
    byName: '周敏',
    kind: 'whisper',
    text: '可以当场承诺三个工作日内退回。',
  });
  zhao.row = { ...zhao.row, unansweredSince: ago(38) };
}

function traditional(books: FakeDesk['books']): void {
  books.add(
    mine('林小姐', null, {
      handoff: 'h-lin',
      conversation: 'lin',
      language: 'zh-Hant',
      channel: 'whatsapp',
      preview: '好的，謝謝您',
    }),
    {
      customer: { id: 'c-lin', name: '林小姐', phone: null, assurance: 'none', consents: [] },
      understood: { words: '我要改預約時間', intent: null, confidence: 0.31, mood: 'calm', form: null, slots: [] },
      limits: { textLimit: 1000, images: false, files: false, typing: false, quotaLeft: 2, windowEndsAt: hence(0.6) },
    },
  );
  books.say('lin', { text: '我要改預約時間', at: ago(500) });
  books.say('lin', { from: 'bot', message: 'x', text: '正在為您轉接真人客服。', at: ago(499) });
  books.say('lin', {
    from: 'agent',
    name: '陈一凡',
    agent: 'me',
    clientId: 'old-3',
    text: '已改到週三上午。',
    at: ago(300),
  });
  books.say('lin', { text: '好的，謝謝您', at: ago(280) });
  const lin = books.find('lin');
  lin.row = { ...lin.row, unansweredSince: null };
}

function reply(shortcut: string, hans: string, hant: string, en: string) {
  return { id: `reply-${shortcut}`, shortcut, text: { 'zh-Hans': hans, 'zh-Hant': hant, en } };
}

/** One pixel, PNG. */
function picture(): Buffer {
  const bytes = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  return Buffer.from(bytes, 'base64');
}
