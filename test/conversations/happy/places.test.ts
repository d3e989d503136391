import assert from 'node:assert/strict';
import { inEachLanguage, pressed, said } from '../inEachLanguage.ts';
import { talk } from '../talk.ts';

describe('happy: branches', () => {
  inEachLanguage('are listed when somebody asks where', [
    said('最近的营业厅在哪', '離我最近的門市在哪裡', 'Where is your nearest branch?', 'branches'),
  ]);

  inEachLanguage('the nearest, asked while a visit is booked', [
    said('我想预约去营业厅办业务', '我想預約到門市辦理', 'I want to book a branch visit', 'askService'),
    said('最近的营业厅', '最近的門市', 'Nearest branch', 'branches', 'askService'),
    pressed(0, 'askBranch'),
    said('最近的营业厅', '最近的門市', 'the nearest branch', 'cannotLocate', 'askBranch'),
    said('深圳', '深圳', 'Shenzhen', 'askSlot'),
  ]);
});

it('happy: an address with 和 in its name is whole', () =>
  talk({ locale: 'zh-TW' })
    .customer('我要約師傅到府修寬頻，我家在和平東路二段106號')
    .bot('askSlot')
    .check(({ state }) => assert.equal(state?.dialog.form?.answers.address, '和平東路二段106號')));
