import type { Heard } from '../nlu/heard.ts';
import { mentions } from './words.ts';

/** Symptom ids of the manual with the words that show them, most specific first; both scripts and English. */
const SYMPTOMS: readonly (readonly [string, RegExp])[] = [
  [
    'line-cut',
    /(线|線|缆|纜|光纤|光纖|网线|網線).{0,4}(断了|斷了|被剪|被挖|被车|被車|掉下|掉了|拉断|拉斷|剪断|剪斷|挖断|挖斷)|(杆|桿|电线杆|電線桿).{0,4}(倒|歪|断|斷)|(cable|fiber|fibre|line|wire).{0,12}(cut|down|severed|broken|hanging|snapped)|pole.{0,10}(down|fell|fallen|leaning)/,
  ],
  [
    'hacked',
    /被盗|被盜|盗号|盜號|黑客|駭客|劫持|弹广告|彈廣告|病毒|蹭网|蹭網|攻击|攻擊|ddos|诈骗|詐騙|hack|hijack|malware|virus|phish|stole|intruder/,
  ],
  [
    'device-light',
    /(红灯|紅燈|los|光信号|光信號|pon|灯|燈).{0,6}(亮|闪|閃|灭|滅|不亮|红|紅)|红灯|紅燈|(red|los|pon|blinking|flashing).{0,10}light|light.{0,14}(red|blink|flash|off)/,
  ],
  [
    'device-broken',
    /(光猫|光貓|路由器|机顶盒|機頂盒|數據機|数据机|机顶|wifi机|分享器|交换机|交換機|modem|router|set.?top|box|phone).{0,8}(坏|壞|烧|燒|冒烟|冒煙|开不了机|開不了機|没反应|沒反應|死机|當機|发烫|發燙|过热|過熱|broken|dead|burn|smok|won.?t turn on|not turning on|overheat|fried)/,
  ],
  [
    'no-dial-tone',
    /(没|沒|无|無|冇).{0,4}(拨号音|撥號音|声音|聲音)|(座机|固话|市话|市話|固定电话|家用电话).{0,8}(没声|沒聲|无声|無聲|打不通)|no dial ?tone|landline.{0,12}dead/,
  ],
  [
    'tv-black',
    /(电视|電視|iptv|机顶盒|機頂盒|频道|頻道).{0,10}(黑屏|黑|没画面|沒畫面|卡|花屏|看不了|看不到|不能看|没法看|沒法看|打不开|打不開|睇唔到|冇得睇|停|马赛克|無訊號|没信号)|(电视|電視|iptv).{10,60}(打不开|打不開|黑屏|黑的|黑了|没画面|沒畫面|看不了|不能看)|(tv|television|telly).{0,14}(black|blank|freez|frozen|no picture|pixelat|stuck|not work|doesn.?t work|does not work|isn.?t work|dead|broken|won.?t)/,
  ],
  [
    'sms-missing',
    /(短信|簡訊|验证码|驗證碼|sms|text message|texts|verification code).{0,10}(收不到|没收到|沒收到|发不出|發不出|收唔到|not (arriv|receiv|com)|can.?t (receive|send))|(收不到|没收到|沒收到|发不出|收唔到).{0,6}(短信|簡訊|验证码|驗證碼)|(not|never|can.?t).{0,14}(sms|text message|otp|verification)/,
  ],
  [
    'cannot-call',
    /打不出|打不通|拨不出|撥不出|接不到|接不了|打唔到|电话打不了|無法通話|(can.?t|cannot|unable to).{0,8}(call|dial|make calls|receive calls)|calls? (fail|won.?t)/,
  ],
  [
    'call-quality',
    /(通话|通話|电话|電話|打电话|講電話).{0,8}(杂音|雜音|听不清|聽不清|断断续续|斷斷續續|回音|掉线|斷線)|杂音|雜音|call.{0,14}(drop|chopp|noise|echo|cut|unclear)/,
  ],
  [
    'no-signal',
    /(没|沒|无|無|冇)(有)?(手机|手機)?(信号|訊號|讯号|服务|服務)|无服务|no (signal|service|reception|coverage)/,
  ],
  [
    'weak-signal',
    /(信号|訊號|讯号).{0,6}(弱|差|不好|不稳|不穩|很低|一格|时有时无)|(weak|poor|bad|low|patchy).{0,8}(signal|reception|coverage)/,
  ],
  [
    'drops',
    /时好时坏|時好時壞|不稳定|不穩定|unstable|on and off|掉线|掉線|断线|斷線|老是断|一直断|经常断|断断续续|斷斷續續|时断时续|時斷時續|drops?|dropping|disconnect|cuts? out|intermittent/,
  ],
  [
    'slow',
    /慢|(?<![机機话話号號量副补補办辦换換插张張新行民银銀刷])卡(?![片号號槽里裡])|延迟|延遲|丢包|丟包|转圈|轉圈|缓冲|緩衝|slow|lag|buffer|latency|packet loss|high ping/,
  ],
  [
    'no-internet',
    /(宽带|寬頻|宽频|寬帶|网络|網路|網絡|网|網).{0,10}(断|斷)(了|开|開|掉)|上不了网|上不了網|上不去网|没网|沒網|没有网|沒有網|断网|斷網|连不上|連不上|连不到|連不到|不能上网|不能上網|無法上網|没法上网|上唔到網|上唔到网|冇網|用不了|不能用|no (internet|wifi|wi-fi|network|connection|broadband)|(internet|wifi|wi-fi|network|broadband|connection).{0,14}(down|not work|isn.?t work|stopped|out|dead|gone)|(can.?t|cannot|nothing|nobody|unable to).{0,20}(get|go) online|can.?t connect|offline|(has been|have been|is|are|went|gone) (completely |totally )?(down|dead|out)\b/,
  ],
];

/** Symptoms that say by themselves that nothing works. */
const TOTAL: ReadonlySet<string> = new Set([
  'no-internet',
  'no-signal',
  'no-dial-tone',
  'cannot-call',
  'line-cut',
  'tv-black',
  'device-broken',
]);

export function symptomOf(text: string): string {
  return SYMPTOMS.find(([, words]) => mentions(text, words))?.[0] ?? 'other';
}

/** How badly, as far as the telling shows it by itself: by its symptom, or by another one beside it ("red light, no internet"). */
export function impactShown(symptom: string, text: string): 'none' | 'partly' | null {
  if (['slow', 'weak-signal', 'drops', 'call-quality'].includes(symptom)) return 'partly';
  return TOTAL.has(symptom) || SYMPTOMS.some(([id, words]) => TOTAL.has(id) && mentions(text, words)) ? 'none' : null;
}

const VISIT =
  /上门|上門|到府|师傅|師傅|派(个|個)?人|人来|人來|来(看|修)|來(看|修)|過來|过来|technician|engineer|someone|somebody|come (over|round|and|out|tomorrow)|visit/;
/** Whether somebody is asked to come. */
export function asksVisit(text: string): boolean {
  return mentions(text, VISIT);
}

const NOT_AT_ALL = /完全|彻底|徹底|一点都|一點都|totally|completely|at all/;
const UNUSABLE = /不能用|用不了|没法用|無法使用|不可以|不行|不能|\bno\b|not|nothing|can.?t/;
const USABLE =
  /能用|还行|還行|可以|勉强|勉強|凑合|湊合|一点|慢|yes|a bit|a little|barely|badly|partly|slow|still works/;

/** How badly, in the customer's words; asked for it, plain words count too. */
export function impactSaid(text: string, asked: boolean): 'none' | 'partly' | null {
  const said = text.slice(0, 500).toLowerCase();
  if (NOT_AT_ALL.test(said)) return 'none';
  if (!asked || said.length > 60) return null;
  if (/勉强|勉強|barely|badly/.test(said)) return 'partly';
  return UNUSABLE.test(said) ? 'none' : USABLE.test(said) ? 'partly' : null;
}

const DANGER =
  /触电|觸電|漏电|漏電|冒烟|冒煙|着火|起火|火花|烧焦|燒焦|(光缆|光纜|电缆|電纜|线缆|線纜|纜線|电线|電線|杆|桿).{0,6}(马路|馬路|路上|路中|倒|砸)|砸到|压到|壓到|横在路|橫在路|掉在路|拦在路|electric shock|sparks?|smok(e|ing)|on fire|burning smell|across the (road|street)|blocking the (road|street)/;

/** Danger to people comes before every question (manual section 3: restore first, safety before that). */
export function isDangerous(text: string): boolean {
  return mentions(text, DANGER);
}

const TRIED =
  /重(启|啟|开|開|开机|開機|新启动|新啟動|新开机|新開機)(过|過|了|好|几|幾|两|兩|三|也|都|还|還)|拔插(过|了)|插拔(过|了)|试过|試過|restarted|did (restart|reset|reboot)|rebooted|already tried|power.?cycled|(turned|switched) .{0,20}off and (back )?on|\breset (it|the|my)|unplugged/;
export function hasTried(text: string): boolean {
  return mentions(text, TRIED);
}

const ALWAYS = /一直|始终|始終|持续|持續|完全|都不行|全天|all the time|constantly|always|completely|at all/;
const SOMETIMES =
  /时好时坏|時好時壞|有时|有時|偶尔|偶爾|断断续续|斷斷續續|时断时续|時斷時續|经常|經常|常常|老是|总是掉|隔一会|晚上(就|都|总|總|老|会|會|才)|(一到|每到|每天|天天)晚上|on and off|sometimes|intermittent|occasionally|now and then|every (few|so)|keeps? (dropping|cutting|disconnecting)/;
/** A time of day, or a condition, in answer to "all the time, or on and off?". */
const AT_TIMES =
  /晚上|夜里|夜裡|夜晚|晚间|晚間|白天|早上|朝早|中午|下午|下雨|打雷|高峰|尖峰|evening|night|morning|afternoon|rain|peak|weekend/;
export function patternOf(text: string, asked = false): 'always' | 'sometimes' | null {
  if (mentions(text, SOMETIMES)) return 'sometimes';
  if (asked && text.length <= 30 && mentions(text, AT_TIMES)) return 'sometimes';
  return mentions(text, ALWAYS) ? 'always' : null;
}

const AREA =
  /成(栋|棟|幢|座|条街|條街)|整栋|整棟|整幢|全楼|全樓|整个小区|整個社區|全小区|小区都|社區都|邻居(也|都)|鄰居(也|都)|隔壁(也|都)|楼上楼下|樓上樓下|整片|这一片|這一帶|附近(都|全)|全村|全公司|整个公司|公司(全|都)|整条街|whole (building|area|street|block|village|office|estate|company)|entire (building|area|street|block|village|office)|neighbou?rs? (too|also|as well|have|all)|everyone (in|on)|all (my |the )?neighbou?rs/;
const HOME =
  /成(间|間)屋|家里(全|都|所有)|家裡(全|都|所有)|全家|所有设备|所有設備|手机电脑都|手機電腦都|都连不上|都上不了|全屋|(everything|nothing|no one|nobody) at (home|my)|all (my |the )?devices|whole (house|flat|apartment)|none of my devices/;
const DEVICE =
  /只有.{0,6}(手机|手機|电脑|電腦|电视|電視|一台|平板|笔记本|筆電)|就.{0,3}(手机|电脑|一台)|only (my|one|the) |just (my|one) (phone|laptop|computer|device|tv|tablet)|one device/;
/** Plain words that answer "who or what is affected?". */
const ONE = /一台|一部|一个|一個|一支|只有|只是|就(是|只)?(我|一|电|電|手|平|座)|净系|淨係|only|just|mine/;
const ALL = /全部|所有|全都|都|每|全家|全屋|everything|everybody|everyone|\ball\b|every/;
export function extentOf(text: string, asked = false): 'device' | 'home' | 'area' | null {
  const fine = /(邻居|鄰居|隔壁|别人|別人|neighbou?rs?).{0,8}(没|沒|正常|好|fine|ok|not)/i.test(text.slice(0, 200));
  if (!fine && mentions(text, AREA)) return 'area';
  if (mentions(text, DEVICE)) return 'device';
  if (mentions(text, HOME)) return 'home';
  if (!asked || text.length > 40) return null;
  if (mentions(text, ONE)) return 'device';
  return fine || mentions(text, ALL) ? 'home' : null;
}

const BEFORE_WORDS: readonly (readonly [string, RegExp])[] = [
  ['moved', /搬家|搬过来|移机|移機|挪了|搬动|搬動|移动了(光猫|路由)|moved (house|home|the|it|in)|relocat/],
  ['power', /停(过|過|了)?(电|電)|打雷|雷雨|跳闸|跳閘|power (cut|outage|failure)|blackout|lightning|thunder/],
  ['arrears', /欠费|欠費|忘了交费|没交费|沒繳費|逾期|overdue|late payment|unpaid|forgot to pay|didn.?t pay/],
  [
    'device',
    /换了.{0,4}(路由|光猫|设备|手机)|換了.{0,4}(路由|設備|手機|分享器|數據機)|新买的|新買的|新装的|新裝的|new (router|phone|modem|device)|changed (my|the) (router|phone|modem)|replaced/,
  ],
  ['works', /施工|修路|装修|裝修|挖路|挖沟|construction|road ?works?|digging|renovat/],
  [
    'nothing',
    /没(有)?(什么)?(变化|变动|动过|改过)|沒(有)?(什麼)?(變化|變動|動過|改過)|(什么|什麼)都(没|沒)(变|變|动|動|改|换|換|碰|做|弄)|突然就|nothing (changed|special|new)|no changes?|out of the blue|didn.?t (change|touch) anything/,
  ],
];
export function beforeOf(text: string): string | null {
  return BEFORE_WORDS.find(([, words]) => mentions(text, words))?.[0] ?? null;
}

/** What comes over the home's line, when no service is named. */
const AT_HOME =
  /家里|家裡|家里的|我家|屋企|wi-?fi|无线网|無線網|光猫|光貓|数据机|數據機|路由器|\b(at|my) (home|house|flat)\b|home internet/i;

/** The service a symptom can only belong to. */
export function serviceOfSymptom(symptom: string, heard: Heard): string | null {
  const device = heard.entities.find((e) => e.type === 'device')?.value;
  const named = heard.entities.find((e) => e.type === 'service')?.value;
  switch (symptom) {
    case 'no-dial-tone':
      return 'fixed';
    case 'tv-black':
      return 'iptv';
    case 'sms-missing':
      return 'sms';
    case 'no-signal':
    case 'weak-signal':
      return 'mobile';
    case 'cannot-call':
    case 'call-quality':
      return device === 'phone' || /手机|手機|mobile|cell/i.test(heard.text.slice(0, 500)) ? 'mobile' : null;
    case 'no-internet':
    case 'slow':
    case 'drops':
      return (named ?? 'broadband') === 'broadband' && AT_HOME.test(heard.text.slice(0, 500)) ? 'broadband' : null;
    case 'device-light':
    case 'line-cut':
      return 'broadband';
    default:
      return null;
  }
}
