import assert from 'node:assert/strict';
import type { Language } from '../../domain/ids.ts';
import { answerTo, isQuestion, numberIn } from '../support/answers.ts';
import { type Customer, type Seen, transcript } from '../support/client.ts';

/** A thing a customer comes for. `begins`: the first words; `whole`: one message with every answer in it. */
export interface Task {
  readonly name: 'appointment' | 'fault' | 'complaint';
  readonly prefix: 'YY' | 'GZ' | 'TS';
  readonly begins: Readonly<Record<Language, string>>;
  readonly whole: Readonly<Record<Language, string>>;
}

export const TASKS: readonly Task[] = [
  {
    name: 'appointment',
    prefix: 'YY',
    begins: { 'zh-Hans': '我想预约', 'zh-Hant': '我想預約', en: 'I want to make an appointment' },
    whole: {
      'zh-Hans': '我想预约后天上午十点上门装宽带，地址是杭州市西湖区文三路100号3幢201室，我叫陈明，电话13800138000',
      'zh-Hant': '我想預約後天上午十點到府裝寬頻，地址是台北市信義區市府路45號5樓，我叫陳明，電話0912345678',
      en: 'I want to book a broadband installation at 12 Queens Road, Flat 5B, the day after tomorrow at 10 am. My name is Ming Chen, phone 13800138000',
    },
  },
  {
    name: 'fault',
    prefix: 'GZ',
    begins: { 'zh-Hans': '我要报修', 'zh-Hant': '我要報修', en: 'I want to report a fault' },
    whole: {
      'zh-Hans':
        '我家宽带从昨天晚上八点开始一直上不了网，光猫重启过还是不行，家里所有设备都不能用，之前没有变化，地址是杭州市西湖区文三路100号3幢201室，我叫陈明，电话13800138000',
      'zh-Hant':
        '我家寬頻從昨天晚上八點開始一直上不了網，數據機重開過還是不行，家裡所有設備都不能用，之前沒有變動，地址是台北市信義區市府路45號5樓，我叫陳明，電話0912345678',
      en: 'My broadband has had no internet at all since yesterday 8 pm, all the time. I restarted the modem and it is still not working. Everything at my place is affected, nothing changed before. The address is 12 Queens Road, Flat 5B. My name is Ming Chen, phone 13800138000',
    },
  },
  {
    name: 'complaint',
    prefix: 'TS',
    begins: { 'zh-Hans': '我要投诉', 'zh-Hant': '我要投訴', en: 'I want to make a complaint' },
    whole: {
      'zh-Hans': '我要投诉，上个月账单多扣了我三十块钱，打了两次客服都没人处理，我要求退钱，我叫陈明，电话13800138000',
      'zh-Hant': '我要投訴，上個月帳單多扣了我三十塊錢，打了兩次客服都沒人處理，我要求退錢，我叫陳明，電話0912345678',
      en: 'I want to complain: last month you charged me thirty yuan too much and nobody has dealt with it. I want a refund. My name is Ming Chen, phone 13800138000',
    },
  },
];

const MOST_TURNS = 25;

/** Answers what is asked until a number is told. `each` is what saying one thing means: by default, `say`. */
export async function through(
  customer: Pick<Customer, 'say' | 'seen'>,
  language: Language,
  first: string,
  each: (text: string) => Promise<readonly Seen[]> = (text) => customer.say(text),
): Promise<string> {
  let replies = await each(first);
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const number = numberIn(replies);
    if (number !== null) return number;
    const answer = answerTo(replies, language);
    assert.ok(answer !== null, `nothing is asked and no number told\n${transcript(customer.seen)}`);
    replies = await each(answer);
  }
  assert.fail(`no number after ${MOST_TURNS} turns\n${transcript(customer.seen)}`);
}

/** Names of the questions that were put, in order. */
export function questions(seen: readonly Seen[]): string[] {
  return seen.flatMap(({ name }) => (name !== null && isQuestion(name) ? [name] : []));
}
