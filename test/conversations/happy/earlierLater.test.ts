import assert from 'node:assert/strict';
import { inEachLanguage, pressed, said, slotOf } from '../inEachLanguage.ts';

const visit = [
  said('我要约师傅上门修宽带', '我要預約師傅到府修寬頻', 'book a repair visit for my broadband', 'askAddress'),
  said('天河区天河路12号301', '大安區和平東路二段106號', '88 Nathan Road, Kowloon', 'askSlot'),
];
const tomorrow = said('明天下午', '明天下午', 'tomorrow arvo', 'askSlot');

describe('happy: earlier and later slots', () => {
  inEachLanguage(
    'a later one lies after the first offered',
    [visit, tomorrow, said('晚一点的', '晚一點的', 'anything later?', 'askSlot'), pressed(0, 'askConsent')],
    (world) => assert.equal(slotOf(world), '2026-11-22T16:00'),
  );

  inEachLanguage(
    'an earlier one before it',
    [visit, tomorrow, said('有没有更早的', '有沒有更早的', 'anything earlier?', 'askSlot'), pressed(0, 'askConsent')],
    (world) => assert.equal(slotOf(world), '2026-11-21T13:00'),
  );

  inEachLanguage('where nothing is free any earlier, that is said', [
    visit,
    said('有没有更早的', '有沒有更早的', 'anything earlier?', 'noEarlierSlot', 'askSlot'),
  ]);

  inEachLanguage('a moment to think is no time', [visit, said('等一下', '等一下', 'hold on', 'stillHere', 'askSlot')]);

  inEachLanguage('the last one, said once more on the summary, does not give it up', [
    visit,
    tomorrow,
    said('就最后一个', '就最後一個', 'the last one', 'askConsent'),
    pressed(0, 'askContact'),
    said('王先生 13812345678', '王先生 13812345678', 'Mr Lee 13812345678', 'summary'),
    said('就最后一个', '就最後一個', 'the last one', 'answerNotUnderstood', 'summary'),
  ]);

  inEachLanguage(
    'the last one is chosen by its place',
    [visit, tomorrow, said('就最后一个', '就最後一個', 'ok the last one', 'askConsent')],
    (world) => assert.equal(slotOf(world), '2026-11-22T16:00'),
  );
});
