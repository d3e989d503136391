import { SEVERITIES, type Severity } from '../../domain/labels.ts';

/**
 * Words that make a complaint grave whatever else it says (CSG 2.2.1): data leaked or sold, the regulator, the press, a
 * court, emergency calls, fraud by staff, discrimination. They may only raise what the head found.
 */
const MAJOR = [
  /泄露|泄漏|外泄|倒卖|卖给(了)?(别人|中介|骗子|第三方)|信息.{0,6}(卖|流出)|隐私/,
  /工信部|通管局|通信管理局|消协|消委会|消基会|消保|12300|12315|12381|12345|电信管理局|通讯局|通讯事务|ncc/,
  /曝光|记者|媒体|上新闻|报社|电视台|法院|起诉|律师|打官司|法律途径|违法|犯法|告你们|报警|法务|管局|提告|(我|我们)(要|就|会|去)?(去)?告(?!诉|知|别)/,
  /(110|119|120|999|急救|火警|救护车).{0,14}(打不|拨不|没|不通|无法|忙音)|(打不|拨不|不通|无法).{0,10}(110|119|120|999|急救|火警)|人命|救命/,
  /歧视|性骚扰|侵吞|诈骗|假冒我|伪造|冒签|代签|盗用|私下收|私收|没命|起火|着火|触电|独居/,
  /\b(leak(ed|ing|s)?|sold my|gdpr|data breach|privacy)\b/,
  /\b(ofcom|fcc|ofca|comreg|imda|ntc|trai|acma|tio|crtc|ombudsman|regulator|trading standards|court|sue|suing|lawyer|solicitor|legal action|newspaper|press|media|reporter|journalist|watchdog|police)\b/,
  /\b(911|999|112|000|ambulance|emergency (call|service|line|number)s?)\b/,
  /\b(discriminat\w*|forged|racist|illegal|unlawful)\b/,
];

/** The graver of what the head says and what the words of a normalised text demand. */
export const severityOf = (text: string, head: Severity): Severity =>
  MAJOR.some((words) => words.test(text)) ? 'major' : head;

/** The graver of two. */
export const graver = (a: Severity, b: Severity): Severity => (SEVERITIES.indexOf(a) >= SEVERITIES.indexOf(b) ? a : b);
