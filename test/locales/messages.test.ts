import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { LANGUAGES } from '../../domain/ids.ts';
import { wording as en } from '../../locales/en/index.ts';
import { FIELDS, INTENT_NAMES } from '../../locales/labels.ts';
import { wording as hans } from '../../locales/zh-Hans/index.ts';
import { wording as hant } from '../../locales/zh-Hant/index.ts';

const root = new URL('../../', import.meta.url);
const sources = globSync(['dialogs/**/*.ts', 'bot/**/*.ts', 'adapters/**/*.ts'], { cwd: root })
  .map((file) => readFileSync(new URL(file, root), 'utf8'))
  .join('\n');
const names = Object.keys(hans);

describe('messages', () => {
  it('are all said somewhere', () => {
    const unsaid = names.filter((name) => !new RegExp(`['"]${name}['"]`).test(sources));
    assert.deepEqual(unsaid, []);
  });

  it('have words in every language, in its own script', () => {
    for (const wording of [hans, hant, en]) assert.deepEqual(Object.keys(wording).sort(), [...names].sort());
    const text = (file: string) => readFileSync(new URL(`locales/${file}/index.ts`, root), 'utf8');
    assert.doesNotMatch(
      text('zh-Hant'),
      /[们这说话网宽带线断电视机户费办约装报诉务员单号码东车时间问题关开会对吗么没过还进实现样见长门头书钱点处应该]/u,
    );
    assert.doesNotMatch(
      text('zh-Hans'),
      /[們這說話網寬帶線斷電視機戶費辦約裝報訴務員單號碼東車時間問題關開會對嗎麼沒過還進實現樣見長門頭書錢點處應該]/u,
    );
    assert.doesNotMatch(text('en'), /\p{Script=Han}/u);
  });

  it('labels are told apart in every language', () => {
    for (const language of LANGUAGES) {
      const intents = Object.values(INTENT_NAMES).map((label) => label[language]);
      assert.equal(new Set(intents).size, intents.length);
      for (const label of Object.values(FIELDS)) assert.ok(label[language].trim() !== '');
    }
  });
});
