import assert from 'node:assert/strict';
import { areaOf, branchOf } from '../../../domain/appointments/places.ts';
import { shippedManual } from '../shipped.ts';

const manual = shippedManual();

describe('the area of an address', () => {
  const table: readonly (readonly [string, string | null])[] = [
    ['南山', 'sz-nanshan'],
    ['深圳市南山区科技园南区 8 栋 301', 'sz-nanshan'],
    ['深圳 南山', 'sz-nanshan'],
    ['Room 5, NANSHAN District, Shenzhen', 'sz-nanshan'],
    ['ｎａｎｓｈａｎ', 'sz-nanshan'],
    ['深圳市福田区深南大道中关村大厦', 'sz-futian'],
    ['福田区中关村', 'sz-futian'],
    ['中关村福田区', 'bj-haidian'],
    ['福田珠江新城', 'gz-tianhe'],
    ['廣州市天河區體育西路', 'gz-tianhe'],
    ['北京市海澱區中關村', 'bj-haidian'],
    ['臺北市信義區松仁路 100 號', 'tp-xinyi'],
    ['台北市大安區信義路四段', 'tp-daan'],
    ["Da'an, Taipei", 'tp-daan'],
    ['香港旺角彌敦道 600 號', 'hk-yau-tsim-mong'],
    ['Mong Kok, Kowloon', 'hk-yau-tsim-mong'],
    ['Sheung Wan, Hong Kong', 'hk-central'],
    ['上海市浦东新区陆家嘴环路', 'sh-pudong'],
    ['其他地区', 'elsewhere'],
    ['拉萨市城关区', null],
    ['长沙市朝阳路 3 号', null],
    ['Tianhedong', null],
    ['5 Xinyi Road, Suzhou', null],
    ['', null],
  ];
  for (const [address, area] of table) {
    it(`of ${address || 'nothing'} is ${area}`, () => assert.equal(areaOf(manual, address), area));
  }

  it('is found for every name and alias of the manual', () => {
    for (const area of manual.areas) {
      for (const name of [...Object.values(area.names), ...area.aliases])
        assert.equal(areaOf(manual, name), area.id, name);
    }
  });

  it('is looked for in a bounded part of the text', () => {
    assert.equal(areaOf(manual, `${'x '.repeat(300)}南山`), null);
  });
});

describe('the branch that a text names', () => {
  const table: readonly (readonly [string, string | null])[] = [
    ['sz-keyuan', 'sz-keyuan'],
    ['科苑营业厅', 'sz-keyuan'],
    ['我去中關村門市', 'bj-zhongguancun'],
    ['the Zhongguancun branch please', 'bj-zhongguancun'],
    ["queen's road", 'hk-queens-road'],
    ['皇后大道', 'hk-queens-road'],
    ['南山', 'sz-keyuan'],
    ['中环那家', 'hk-queens-road'],
    ['营业厅', null],
    ['上海浦东', null],
    ['', null],
  ];
  for (const [text, branch] of table) {
    it(`by ${text || 'nothing'} is ${branch}`, () => assert.equal(branchOf(manual, text), branch));
  }
});
