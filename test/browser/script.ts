import type { FakeActivity, Script } from '../support/fakeDirectLine.ts';

interface Lines {
  readonly welcome: string;
  readonly choices: readonly string[];
  readonly fault: string;
  readonly card: FakeActivity;
  readonly slots: string;
  readonly days: readonly unknown[];
  readonly booked: string;
}

/** A bot that knows just enough for the page's tests: welcome, a case, a slot picker, hostile words, an echo. */
export const script: Script = (activity, locale) => {
  const lines = said[locale] ?? simplified;
  if (activity === undefined) return [message(lines.welcome, { suggestedActions: choices(lines.choices) })];
  if (activity.type === 'event') return [message(lines.welcome)];
  const text = activity.text ?? '';
  if (text === lines.choices[0]) return [message(lines.fault, card(lines.card))];
  if (text === lines.choices[1]) return [message(lines.slots, card({ type: '', kind: 'slots', days: lines.days }))];
  if (text.includes('09:00')) return [message(lines.booked)];
  if (text === 'hostile') return [message(hostile, { suggestedActions: choices(['<img src=x onerror=alert(1)>']) })];
  if (text === 'silence') return [];
  if (activity.attachments !== undefined) return [message('got the file')];
  return [message(`echo: ${text}`)];
};

export const hostile =
  '<script>alert(1)</script><img src=x onerror=alert(2)> javascript:alert(3) [x](javascript:alert(4)) ' +
  'data:text/html,hi https://example.com/a?b=<b>c 请看https://example.org/帮助。tel:10000';

function message(text: string, more: Partial<FakeActivity> = {}): FakeActivity {
  return { type: 'message', text, ...more };
}

function choices(titles: readonly string[]): unknown {
  return { actions: titles.map((title) => ({ type: 'imBack', title, value: title })) };
}

function card(content: FakeActivity): Partial<FakeActivity> {
  return { channelData: { shouwen: { name: 'test', card: content } } };
}

function days(names: readonly string[]): readonly unknown[] {
  const times = ['09:00–11:00', '11:00–13:00', '14:00–16:00', '16:00–18:00'];
  return names.map((label, day) => ({
    label,
    slots: times.map((time, index) => ({ label: time, value: `${label} ${time}`, left: (day + index * 2 + 1) % 5 })),
  }));
}

function caseCard(number: string, title: string, ...rows: readonly (readonly [string, string])[]): FakeActivity {
  return { type: '', kind: 'case', number, title, rows: rows.map(([label, value]) => ({ label, value })) };
}

const simplified: Lines = {
  welcome: '您好，我是首问，很高兴为您服务。\n请问有什么可以帮您？',
  choices: ['报修故障', '预约上门', '我要投诉', '查询进度'],
  fault: '已为您登记，请放心。我们会在今天 18:00 前联系您，并一直跟进到恢复为止。',
  card: caseCard(
    'GZ20261121-0042',
    '故障单',
    ['故障类型', '宽带无法上网'],
    ['联系电话', '138****1234'],
    ['最迟恢复', '11月22日 14:30'],
  ),
  slots: '好的。请选择上门的日期和时段：',
  days: days(['11月22日 周日', '11月23日 周一', '11月24日 周二', '11月25日 周三', '11月26日 周四']),
  booked: '预约成功，师傅出发前会给您打电话。',
};

const said: Readonly<Record<string, Lines>> = {
  'zh-Hans': simplified,
  'zh-Hant': {
    welcome: '您好，我是首問，很高興為您服務。\n請問有什麼可以幫您？',
    choices: ['報修故障', '預約到府', '我要投訴', '查詢進度'],
    fault: '已為您登記，請放心。我們會在今天 18:00 前與您聯絡，並持續追蹤到恢復為止。',
    card: caseCard(
      'GZ20261121-0042',
      '故障單',
      ['故障類型', '寬頻無法上網'],
      ['聯絡電話', '138****1234'],
      ['最遲恢復', '11月22日 14:30'],
    ),
    slots: '好的。請選擇到府的日期和時段：',
    days: days(['11月22日 週日', '11月23日 週一', '11月24日 週二', '11月25日 週三', '11月26日 週四']),
    booked: '預約成功，師傅出發前會打電話給您。',
  },
  en: {
    welcome: 'Hello, this is Shouwen. I am glad to help.\nWhat can I do for you?',
    choices: ['Report a fault', 'Book a visit', 'Make a complaint', 'How is my case going?'],
    fault: 'That is registered. We will call you by 18:00 today and stay with it until it works again.',
    card: caseCard(
      'GZ20261121-0042',
      'Fault report',
      ['Fault', 'No internet on broadband'],
      ['Phone', '138****1234'],
      ['Restored by', '22 November, 14:30'],
    ),
    slots: 'Of course. Please choose a day and a time for the visit:',
    days: days(['Sun 22 Nov', 'Mon 23 Nov', 'Tue 24 Nov', 'Wed 25 Nov', 'Thu 26 Nov']),
    booked: 'That is booked. The technician will call before setting out.',
  },
};
