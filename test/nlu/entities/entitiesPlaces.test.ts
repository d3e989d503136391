import assert from 'node:assert/strict';
import { findEntities } from '../../../nlu/entities/index.ts';
import { EN, found, HANS, HANT } from './support.ts';

describe('Addresses', () => {
  for (const [text, wanted, parts] of [
    [
      '我住在广东省深圳市南山区科技路12号A栋二单元301，电话138',
      '广东省深圳市南山区科技路12号A栋二单元301',
      { province: '广东省', city: '深圳市', district: '南山区', street: '科技路12号', detail: 'A栋二单元301' },
    ],
    ['一号楼二单元301', '一号楼二单元301', { detail: '一号楼二单元301' }],
    ['地址是解放路88号402室，300兆', '解放路88号402室', { street: '解放路88号', detail: '402室' }],
    ['新地址雨花台区宁双路19号', '雨花台区宁双路19号', { district: '雨花台区', street: '宁双路19号' }],
    ['地址是翠湖花园6栋2单元1203', '翠湖花园6栋2单元1203', { detail: '翠湖花园6栋2单元1203' }],
    ['九龍旺角彌敦道700號5樓A室', '九龍旺角彌敦道700號5樓A室', { street: '九龍旺角彌敦道700號', detail: '5樓A室' }],
    [
      '地址深圳市南山区科技园3栋502，家里全部都用不了',
      '深圳市南山区科技园3栋502',
      { city: '深圳市', district: '南山区', detail: '科技园3栋502' },
    ],
    [
      '北京市海淀区中关村大街1号院2号楼3单元401室',
      '北京市海淀区中关村大街1号院2号楼3单元401室',
      { city: '北京市', district: '海淀区', street: '中关村大街', detail: '1号院2号楼3单元401室' },
    ],
    [
      '上海市徐汇区漕河泾3号楼',
      '上海市徐汇区漕河泾3号楼',
      { city: '上海市', district: '徐汇区', street: '漕河泾', detail: '3号楼' },
    ],
    ['地址在板橋文化路', '板橋文化路', { street: '板橋文化路' }],
    [
      'please come to Room 5, Building 3, 12 Keji Road, Nanshan, Shenzhen tomorrow',
      'Room 5, Building 3, 12 Keji Road, Nanshan, Shenzhen',
      { detail: 'Room 5, Building 3', street: '12 Keji Road', district: 'Nanshan', city: 'Shenzhen' },
    ],
    [
      'Flat A, 5/F, 88 Nathan Road, Kowloon',
      'Flat A, 5/F, 88 Nathan Road, Kowloon',
      { detail: 'Flat A, 5/F', street: '88 Nathan Road', city: 'Kowloon' },
    ],
  ] as const) {
    it(`reads ${text}`, () => {
      const [hit, ...more] = found('address', text);
      assert.deepEqual([hit?.text, hit?.parts, more.length], [wanted, parts, 0]);
    });
  }

  for (const text of [
    ...[
      '路由器线路信号不好',
      '我要去营业厅',
      '账号和号码',
      '我知道了',
      '5号和22号都行',
      '你们小区的',
      '现在到小区了吗',
      '师傅弄好了',
    ],
    ...[
      '每一层都没信号',
      '几栋几单元',
      '删掉系统里的',
      '别的城市',
      'I have 3 lines on my road trip',
      'room for improvement',
    ],
  ]) {
    it(`reads none in ${text}`, () => assert.deepEqual(found('address', text, EN), []));
  }
});

describe('Names', () => {
  for (const [text, wanted] of [
    ['我叫王伟电话138', '王伟'],
    ['叫我王先生', '王先生'],
    ['我姓陈', '陈'],
    ['我係陳小姐', '陳小姐'],
    ['我叫做陳大文', '陳大文'],
    ['我叫欧阳修文，住在', '欧阳修文'],
    ['联系人王强,电话', '王强'],
    ['my name is John Smith and my router is broken', 'John Smith'],
    ['this is Amy Lee speaking', 'Amy Lee'],
    ["I'm Mrs. Brown from Leeds", 'Mrs. Brown'],
  ] as const) {
    it(`reads ${text}`, () =>
      assert.deepEqual(
        found('name', text).map(({ value }) => value),
        [wanted],
      ));
  }

  for (const text of [
    '我叫师傅来',
    '我叫张师傅来',
    '姓名和电话',
    '我是你们的老客户',
    "don't call me back",
    'this is not working',
    'my account name is secret',
  ]) {
    it(`reads none in ${text}`, () => assert.deepEqual(found('name', text), []));
  }
});

describe('Devices and services', () => {
  const pairs = (text: string): string[] =>
    findEntities(text, HANS).flatMap((e) =>
      e.type === 'device' || e.type === 'service' ? [`${e.type} ${e.value}`] : [],
    );

  for (const [text, wanted] of [
    ['光猫亮红灯', ['device modem', 'device light']],
    ['數據機壞了', ['device modem']],
    ['路由器连不上宽带', ['device router', 'service broadband']],
    ['手机号不能用', ['service mobile']],
    ['机顶盒', ['device set-top-box', 'service iptv']],
    ['换张手机卡', ['device sim']],
    ['基站坏了收不到短信', ['device base-station', 'service sms']],
    ['my phone line is dead', ['device line']],
    ['I want to switch to another plan', []],
    ['the switch in our office', ['device switch']],
    ['I am online', []],
  ] as const) {
    it(`reads ${text}`, () => assert.deepEqual(pairs(text), wanted));
  }
});

describe('Entities together', () => {
  it('come in order, without overlaps, over the raw text', () => {
    const text = '我叫陈静，明天下午三点来科技路12号3栋501修光猫，电话 138-0013-8000，上次多收30块';
    const all = findEntities(text, HANS);
    assert.deepEqual(
      all.map(({ type }) => type),
      ['name', 'time', 'address', 'device', 'phone', 'money'],
    );
    for (const { start, end, text: said } of all) assert.equal(text.slice(start, end), said);
  });

  it('keep their offsets behind emoji, invisible and wide characters', () => {
    const text = '😀\u200b\u200b  我的　　電話９１２３４５６７，聽日\u200b下晝';
    const all = findEntities(text, HANT);
    assert.deepEqual(
      all.map(({ text: said }) => said),
      ['９１２３４５６７', '聽日\u200b下晝'],
    );
    for (const { start, end, text: said } of all) assert.equal(text.slice(start, end), said);
  });

  it('read the end of a long text', () => {
    const text = `${'很慢'.repeat(3000)}电话13800138000`;
    const [phone] = found('phone', text);
    assert.equal(text.slice(phone?.start, phone?.end), '13800138000');
  });
});
