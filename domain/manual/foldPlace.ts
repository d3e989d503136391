/** Traditional characters that are common in Chinese place names, each with the simplified one. */
const FOLDED = new Map(
  [
    ...'臺台區区義义灣湾廣广東东陽阳環环鐘钟匯汇國国門门龍龙縣县樓楼號号島岛鎮镇鄉乡衛卫寶宝羅罗華华強强關关澱淀嶺岭蘇苏濟济慶庆陸陆園园豐丰興兴圍围灘滩漢汉濱滨鳳凤馬马車车貿贸場场長长鐵铁銅铜鑼锣觀观莊庄橋桥嶼屿葉叶麗丽雲云學学廈厦營营業业苑苑',
  ].reduce<[string, string][]>((pairs, character, index, all) => {
    if (index % 2 === 0) pairs.push([character, all[index + 1] ?? character]);
    return pairs;
  }, []),
);

/** Every separator between the words of an address. */
const SEPARATORS = /[\s,.;:'’·、，。；（）()\-_/]+/gu;

/**
 * A place name or an address in the form in which two of them are compared: lower case, half width, no accents, one
 * script, one blank between Latin words and none between Han characters.
 */
export function foldPlace(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(SEPARATORS, ' ');
  const oneScript = [...plain].map((character) => FOLDED.get(character) ?? character).join('');
  return oneScript.replace(/ (?=\P{ASCII})|(?<=\P{ASCII}) /gu, '').trim();
}
