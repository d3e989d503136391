import assert from 'node:assert/strict';
import { languageOf } from '../../nlu/text/language.ts';

describe('language of an utterance', () => {
  it('is told by script', () => {
    assert.equal(languageOf('宽带断了', 'en'), 'zh-Hans');
    assert.equal(languageOf('寬頻斷線', 'en'), 'zh-Hant');
    assert.equal(languageOf('佢喺邊', 'zh-Hans'), 'zh-Hant');
    assert.equal(languageOf('my broadband is down', 'zh-Hans'), 'en');
  });
  it('is that of the request in mixed text', () => {
    assert.equal(languageOf('我想check一下我的data还剩多少', 'en'), 'zh-Hans');
    assert.equal(languageOf('我book咗星期六想轉sunday', 'en'), 'zh-Hant');
    assert.equal(languageOf('my 宽带 is not working, can you fix it', 'zh-Hans'), 'en');
  });
  it('is that of the conversation when the text cannot tell', () => {
    assert.equal(languageOf('13800138000', 'en'), 'en');
    assert.equal(languageOf('🍕', 'zh-Hant'), 'zh-Hant');
    assert.equal(languageOf('停止', 'zh-Hant'), 'zh-Hant');
    assert.equal(languageOf('停止', 'en'), 'zh-Hans');
  });
});
