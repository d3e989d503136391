import assert from 'node:assert/strict';
import { languageAfter, languageOfTag } from '../../bot/language.ts';
import type { Language } from '../../domain/ids.ts';
import { hearingAt, understand } from '../support/understanding.ts';

const answeredIn = (before: Language, text: string, answering = false) =>
  languageAfter(before, understand(text, hearingAt(before)), answering);

describe('the language of an answer', () => {
  it('starts from the channel', () => {
    for (const [tag, language] of [
      ['zh-CN', 'zh-Hans'],
      ['zh-Hans-HK', 'zh-Hans'],
      ['zh-TW', 'zh-Hant'],
      ['zh-HK', 'zh-Hant'],
      ['zh-Hant', 'zh-Hant'],
      ['en-GB', 'en'],
      ['fr', null],
      [undefined, null],
    ] as const) {
      assert.equal(languageOfTag(tag), language, String(tag));
    }
  });

  it('follows the request', () => {
    assert.equal(answeredIn('zh-Hans', 'my internet is down since this morning'), 'en');
    assert.equal(answeredIn('en', '我家宽带上不了网了'), 'zh-Hans');
    assert.equal(answeredIn('zh-Hans', '我想預約師傅到府維修寬頻'), 'zh-Hant');
    assert.equal(answeredIn('zh-Hant', '我要投诉你们的服务'), 'zh-Hans');
  });

  it('is not switched by an answer that both scripts share, a number, or a name', () => {
    assert.equal(answeredIn('zh-Hant', '好', true), 'zh-Hant');
    assert.equal(answeredIn('zh-Hant', '明天下午', true), 'zh-Hant');
    assert.equal(answeredIn('zh-Hans', '13800138000', true), 'zh-Hans');
    assert.equal(answeredIn('en', '陈明 13800138000', true), 'en');
    assert.equal(answeredIn('zh-Hans', 'ok', true), 'zh-Hans');
    assert.equal(answeredIn('zh-Hans', 'John Smith', true), 'zh-Hans');
  });
});
