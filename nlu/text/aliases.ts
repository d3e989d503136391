/**
 * Words of Taiwan, Hong Kong and Cantonese that script conversion leaves, as the mainland says them. One left-to-right
 * pass, the longest entry at each place wins; the result is not read again.
 */

/** Before conversion, which would make other characters of them. */
const TRADITIONAL: Readonly<Record<string, string>> = {
  係咪: '是不是',
  係唔係: '是不是',
  唔係: '不是',
  關係: '關係',
  聯係: '聯繫',
  係: '是',
  搵: '找',
  嚟: '來',
  '4g數據': '4g流量',
  '5g數據': '5g流量',
  上網數據: '流量',
  行動數據: '流量',
  流動數據: '流量',
  漫遊數據: '漫遊流量',
  數據用量: '流量用量',
  數據卡: '流量卡',
  數據機: '光貓',
  網路線: '網線',
};

const SIMPLIFIED: Readonly<Record<string, string>> = {
  // spelling
  帐单: '账单',
  帐号: '账号',
  帐户: '账户',
  帐: '账',
  著急: '着急',
  礼拜天: '星期天',
  礼拜日: '星期日',
  礼拜: '星期',
  // telecom words
  宽频: '宽带',
  网路: '网络',
  上网络: '上网',
  简讯: '短信',
  讯息: '短信',
  电讯: '电信',
  储值: '充值',
  增值机: '充值机',
  客诉: '投诉',
  门号: '号码',
  讯号: '信号',
  收讯: '信号',
  品质: '质量',
  质素: '质量',
  门市: '营业厅',
  分店: '营业厅',
  分享器: '路由器',
  调制解调器: '光猫',
  猫仔: '光猫',
  机上盒: '机顶盒',
  月费: '月租',
  工程师: '师傅',
  技术员: '师傅',
  技师: '师傅',
  断线: '断网',
  真人: '人工',
  专人: '人工',
  申办: '办理',
  飞线: '掉线',
  吃到饱: '不限量',
  任用: '不限量',
  // Cantonese
  唔该晒: '谢谢',
  唔该: '麻烦',
  多谢: '谢谢',
  唔使: '不用',
  唔驶: '不用',
  唔好: '不要',
  唔要: '不要',
  唔想: '不想',
  唔识: '不会',
  唔知: '不知道',
  唔到: '不到',
  唔通: '不通',
  唔得: '不行',
  唔: '不',
  冇: '没有',
  佢哋: '他们',
  你哋: '你们',
  我哋: '我们',
  人哋: '别人',
  哋: '们',
  佢: '他',
  嘅: '的',
  咗: '了',
  喺: '在',
  啲: '些',
  嗰: '那',
  呢个: '这个',
  呢张: '这张',
  呢部: '这部',
  呢度: '这里',
  依家: '现在',
  而家: '现在',
  宜家: '现在',
  仲有: '还有',
  仲未: '还没',
  仲系: '还是',
  仲: '还',
  点解: '为什么',
  点样: '怎么',
  点算: '怎么办',
  几时: '什么时候',
  几多钱: '多少钱',
  几多: '多少',
  几钱: '多少钱',
  边个: '谁',
  边度: '哪里',
  乜嘢: '什么',
  乜野: '什么',
  咩: '什么',
  屋企: '家里',
  同埋: '和',
  俾: '给',
  畀: '给',
  揾: '找',
  睇下: '看看',
  睇: '看',
  倾: '聊',
  攞: '拿',
  整返: '修好',
  返嚟: '回来',
  好耐: '很久',
  几耐: '多久',
  成日: '一直',
  寻日: '昨天',
  琴日: '昨天',
  今日: '今天',
  听日: '明天',
  即刻: '马上',
  快啲: '快点',
  快些: '快点',
  上唔到网: '上不了网',
  上不到网: '上不了网',
  打唔出: '打不出去',
  早晨: '早上好',
};

type Table = ReadonlyMap<string, readonly (readonly [string, string])[]>;

const tableOf = (entries: Readonly<Record<string, string>>): Table => {
  const table = new Map<string, [string, string][]>();
  for (const [from, to] of Object.entries(entries)) {
    const first = from.charAt(0);
    table.set(first, [...(table.get(first) ?? []), [from, to]]);
  }
  for (const list of table.values()) list.sort((a, b) => b[0].length - a[0].length);
  return table;
};

const replace = (text: string, table: Table): string => {
  let out = '';
  let copied = 0;
  let i = 0;
  while (i < text.length) {
    const hit = table.get(text.charAt(i))?.find(([from]) => text.startsWith(from, i));
    if (!hit) {
      i++;
      continue;
    }
    out += text.slice(copied, i) + hit[1];
    i += hit[0].length;
    copied = i;
  }
  return copied === 0 ? text : out + text.slice(copied);
};

const traditional = tableOf(TRADITIONAL);
const simplified = tableOf(SIMPLIFIED);

export const aliasTraditional = (text: string): string => replace(text, traditional);
export const alias = (text: string): string => replace(text, simplified);
