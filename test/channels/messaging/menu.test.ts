import assert from 'node:assert/strict';
import { menuText, picked } from '../../../adapters/channels/messaging/menu.ts';

const menu = [{ label: '报修' }, { label: '预约' }, { label: 'Ｃomplain' }];
const SECOND = {
  digits: ['2', '２', ' 2. ', '2、', '2)', '(2)', '（２）', '#2', '2。'],
  Simplified: [
    '二',
    '两',
    '选2',
    '选择二',
    '我选2',
    '选项2',
    '第二个',
    '第二项',
    '第2个',
    '第二条',
    '第二个选项',
    '二、',
  ],
  Traditional: ['兩', '選２', '選擇二', '我選2', '選項2', '第二個', '第2項', '第二條', '2號', '第二個選項'],
  English: [
    'two',
    'Second',
    'the second one',
    'No.2',
    'no 2',
    'option 2',
    'Option two',
    'number 2',
    '2nd',
    'The 2nd one.',
  ],
};

describe('a numbered menu', () => {
  for (const [kind, all] of Object.entries({ ...SECOND, label: ['预约', ' 预约 '] })) {
    for (const said of all) {
      it(`takes "${said}" as the second (${kind})`, () => assert.equal(picked(said, menu)?.label, '预约'));
    }
  }
  it('takes a label in other width and case', () => assert.equal(picked('complain', menu)?.label, 'Ｃomplain'));
  it('takes a label before a number', () => {
    assert.equal(picked('2', [{ label: '1' }, { label: '3' }, { label: '2' }])?.label, '2');
  });
  for (const [said, place] of [
    ['12', 12],
    ['十二', 12],
    ['二十', 20],
    ['第二十一個', 21],
    ['twelfth', 12],
    ['twenty-one', 21],
  ] as const) {
    it(`takes "${said}" of a long one`, () => {
      const long = Array.from({ length: 25 }, (_, at) => ({ label: `甲${at + 1}` }));
      assert.equal(picked(said, long)?.label, `甲${place}`);
    });
  }
  for (const said of [
    ...['0', '4', '22', '两天前坏的', '2号楼', '我要预约', '', '二楼没网', '2 天', '三五', '二二', '几个'],
    ...['two days', 'the second floor', 'one of them', 'no', 'option', 'a', '-2', '2.5', '()'],
  ]) {
    it(`leaves "${said}" as it is`, () => assert.equal(picked(said, menu), null));
  }
  it('knows no number without a menu', () => assert.equal(picked('1', []), null));
  it('is written as it is read', () => assert.equal(menuText(menu.slice(0, 2)), '1. 报修\n2. 预约'));
  it('is read in no time, whatever is said', () => {
    for (const said of [
      'the '.repeat(2000),
      'a '.repeat(5000),
      '第'.repeat(9000),
      ' '.repeat(9000),
      '('.repeat(9000),
    ]) {
      assert.equal(picked(`${said}x`, menu), null);
    }
  });
});
