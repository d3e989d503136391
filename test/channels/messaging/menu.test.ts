import assert from 'node:assert/strict';
import { picked } from '../../../adapters/channels/messaging/menu.ts';

const menu = [{ label: '报修' }, { label: '预约' }, { label: 'Ｃomplain' }];

describe('a numbered menu', () => {
  for (const said of [
    '2',
    '２',
    '二',
    ' 2. ',
    '选2',
    '選２',
    '2、',
    '第二个',
    '第2項',
    '预约',
    'No.2',
    'option 2',
    '#2',
  ]) {
    it(`takes "${said}" as the second`, () => assert.equal(picked(said, menu)?.label, '预约'));
  }
  it('takes a label in other width and case', () => assert.equal(picked('complain', menu)?.label, 'Ｃomplain'));
  for (const said of ['0', '4', '22', '两天前坏的', '2号楼', '我要预约', '', '二楼没网', '2 天']) {
    it(`leaves "${said}" as it is`, () => assert.equal(picked(said, menu), null));
  }
  it('knows no number without a menu', () => assert.equal(picked('1', []), null));
});
