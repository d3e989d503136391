import assert from 'node:assert/strict';
import { inEachLanguage, pressed, recordsOf, said, same } from '../inEachLanguage.ts';
import type { World } from '../talk.ts';

const answersOf = ({ state }: World) => state?.dialog.form?.answers ?? {};
const complaint = said(
  '投诉你们乱扣费，要求退费',
  '投訴你們亂扣費，要求退費',
  'I want to complain about being overcharged, I want a refund',
  'heardYou',
  'askConsent',
);
const visit = said(
  '预约后天下午3点上门维修宽带，地址浦东新区张江路88号',
  '預約後天下午3點到府維修寬頻，地址浦東新區張江路88號',
  'Book a repair visit for my broadband the day after tomorrow at 3 pm at 88 Zhangjiang Road, Pudong',
  'askConsent',
);
const why = (hans: string, hant: string, en: string, ...names: string[]) => said(hans, hant, en, ...names);

describe('failures: customers who would rather not tell', () => {
  inEachLanguage(
    'are told why a number is asked for, and asked again in fewer words',
    [
      complaint,
      why('为什么要我的电话？', '為什麼要我的電話', 'why do you need my number?', 'whyContact', 'askConsent'),
    ],
    ({ replies, transcript }) => {
      const first = transcript.find((line) => line.includes('askConsent')) ?? '';
      assert.ok((replies.at(-1)?.text?.length ?? 0) < first.length / 2);
      assert.match(replies[0]?.text ?? '', /不同意也可以|without them/);
    },
  );

  inEachLanguage(
    'are told that a visit needs a number, and a complaint does not',
    [visit, why('凭什么要电话', '憑什麼要電話', 'why do you need that?', 'whyContact', 'askConsent')],
    ({ replies }) =>
      assert.match(replies[0]?.text ?? '', /没有联系方式就无法安排|沒有聯絡方式就無法安排|cannot be arranged/),
  );

  inEachLanguage('refuse in their own words', [
    complaint,
    said('我不想留电话', '我不方便留電話', "I'd rather not give you my number", 'consentRefused', 'summary'),
  ]);

  inEachLanguage('who agreed may still refuse when the number is asked for', [
    complaint,
    pressed(0, 'askContact'),
    said('不想留电话', '不想留電話', "I don't want to give my number", 'consentRefused', 'summary'),
  ]);

  inEachLanguage('agree in their own words', [
    complaint,
    said('好吧，登记吧', '好啦，給你登記', 'ok, go on then', 'askContact'),
  ]);

  inEachLanguage(
    'who leave a number after all are asked once more, and the number is kept',
    [
      complaint,
      pressed(1, 'consentRefused', 'summary'),
      said('还是留一个，13800138000', '還是留一個，13800138000', 'take my number after all: 13800138000', 'askConsent'),
      pressed(0, 'summary'),
      pressed(0, 'complaintTaken', 'nextInstance'),
    ],
    async (world) => assert.equal((await recordsOf(world)).cases[0]?.answers.phone, '+8613800138000'),
  );

  inEachLanguage(
    'are told what the address is for, which a refusal never becomes',
    [
      said('宽带上不了网', '寬頻無法上網', 'My broadband is down', 'sorryForFault', 'selfCheck'),
      pressed(0, 'askSince'),
      pressed(1, 'askPattern'),
      pressed(0, 'askPlace'),
      said('我不想说地址', '我不想說地址', "I don't want to tell you my address", 'whyPlace', 'askPlace'),
      why('你们系统里没有吗', '你們系統裡沒有嗎', "don't you already have it?", 'whyPlace', 'askPlace'),
      same('浦东新区张江路88号', 'askExtent'),
    ],
    (world) => assert.match(String(answersOf(world).place), /张江路88号/),
  );

  inEachLanguage('are answered also before the question is put', [
    said('宽带上不了网', '寬頻無法上網', 'My broadband is down', 'sorryForFault', 'selfCheck'),
    pressed(0, 'askSince'),
    said('我不想说地址', '我不想說地址', "I don't want to tell you my address", 'whyPlace', 'askSince'),
    why('为什么要我的电话', '為什麼要我的電話', 'why do you need my phone number', 'whyContact', 'askSince'),
  ]);
});
