import assert from 'node:assert/strict';
import { asksForCode, codeIn, linkWish } from '../../dialogs/linkWords.ts';

const WISHES: Readonly<Record<'auto' | 'enter' | 'unlink' | 'none', readonly string[]>> = {
  auto: [
    '绑定账号',
    '我要绑定微信',
    '关联账号',
    '帮我关联一下账号',
    '怎么绑定账号？',
    '把两个账号合并一下',
    '我想綁定帳號',
    '關聯帳號',
    '綁定 LINE 帳號',
    'link my account',
    'Link my accounts, please.',
    'I would like to link my account',
    'How do I link my WhatsApp account?',
    'connect my chats',
  ],
  enter: [
    '我在微信上报过修，这里也想查',
    '之前在公众号报修，这里能查吗',
    '我在微信上投诉过，这边可以看吗',
    '我在 LINE 上報過修，這裡也想查',
    'I reported a fault on WeChat, can I check it here too?',
    'I have already filed a complaint via WhatsApp. Can I follow it here?',
    '绑定 48392017',
    '验证码：4839 2017',
    '綁定 4839-2017',
    'link 48392017',
    'Link my account: 48392017',
    '绑定 483920',
  ],
  unlink: [
    '这不是我的号码了',
    '这个号码不是我的了',
    '解除绑定',
    '取消绑定',
    '解除账号绑定',
    '我要解绑',
    '這不是我的號碼了',
    '這個號碼已經不是我的了',
    '解除綁定',
    'unlink',
    'Unlink my account please',
    'This is not my number any more',
    'this is no longer my number',
    "This number isn't mine anymore",
  ],
  none: [
    '绑定手机号',
    '怎么绑定银行卡',
    '查询进度',
    '我在微信上报过修',
    '我在微信上付了款，这里没到账',
    '我要投诉，你们在微信上说好的，这里又不认',
    '这是我的号码',
    '号码',
    'this is my number',
    'my account',
    'I cannot connect to the internet',
    'connect me to an agent',
    'my phone does not connect',
    'the link is broken',
    '48392017',
    '13800138000',
    '',
  ],
};

describe('wishes to link channels', () => {
  for (const [way, all] of Object.entries(WISHES)) {
    for (const text of all) {
      it(`"${text}" is ${way}`, () => {
        const wish = linkWish(text);
        assert.equal(wish === null ? 'none' : (wish.way ?? 'auto'), way);
      });
    }
  }

  it('have codes however they are written', () => {
    const codes = ['48392017', ' 4839 2017 ', '绑定 4839-2017', '４８３９２０１７', '“48392017”'];
    assert.deepEqual(
      codes.map(codeIn),
      codes.map(() => '48392017'),
    );
    assert.deepEqual(['明天 8 点', 'TS20261121-7KQ4M-X', '我的编号是 1234 和 5678 还有 9', '123'].map(codeIn), [
      null,
      null,
      null,
      null,
    ]);
  });

  it('ask for a code where one is waited for', () => {
    assert.ok(['给我一个验证码', '取驗證碼', 'get a code', 'I want a new code please'].every(asksForCode));
    assert.ok(!['我的验证码不见了怎么办', 'the code is wrong'].some(asksForCode));
  });

  it('are looked for in any text without losing their way', () => {
    const parts = [
      '我要',
      '我想',
      '绑定',
      '我',
      '一个',
      '我的',
      '两个',
      'the',
      'my',
      'other',
      'iwantto',
      '验证码',
      'i',
    ];
    for (const part of parts) {
      const text = `${part.repeat(45)}!`.slice(0, 90);
      for (const each of [`${text}#`, `绑定${text}`.slice(0, 89), `在微信报${text}`.slice(0, 89)]) {
        linkWish(each);
        asksForCode(each);
        codeIn(each);
      }
    }
  });
});
