import assert from 'node:assert/strict';
import { maskCaseAnswers, maskText, previewOf } from '../../../adapters/desk/views/words.ts';
import { maskPlace } from '../../../domain/customers/masked.ts';

const reading = { language: 'zh-Hans', now: Date.UTC(2026, 10, 23), timeZone: 'Asia/Shanghai' } as const;

describe('masked words at the desk', () => {
  it('keep of an address no more than its district', () => {
    assert.equal(maskPlace('深圳市南山区科苑南路1号3栋1203'), '深圳市南山区****');
    assert.equal(maskPlace('臺北市大安區信義路四段1號'), '臺北市大安區****');
    for (const place of ['锦绣小区9栋1203室', '锦绣花园9栋', '1 Queen’s Road Central', '', '区']) {
      assert.equal(maskPlace(place), '****', place);
    }
  });

  it('keep their lines', () => {
    assert.equal(maskText('您好\n\n我的电话 13912345678', reading), '您好\n\n我的电话 [phone]');
    assert.equal(previewOf('您好\n我的电话 13912345678', reading), '您好 我的电话 [phone]');
  });

  it('hide addresses also in what another form had gathered', () => {
    const gathered = JSON.stringify({ place: '深圳市南山区科苑南路1号', contact: { phone: '+8613912345678' } });
    const masked = maskCaseAnswers({ gathered, story: '慢', times: 2 }, reading);
    assert.deepEqual(masked, {
      gathered: JSON.stringify({ place: '深圳市南山区****', contact: { phone: '139****5678' } }),
      story: '慢',
      times: 2,
    });
    assert.equal(maskCaseAnswers({ gathered: '{"place":"深圳市南山区科苑' }, reading).gathered, '[…]');
  });
});
