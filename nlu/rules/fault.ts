import type { FaultCategory, FaultLevel } from '../../domain/labels.ts';

const DEVICE = '光猫|路由器|机顶盒|交换机|基站|遥控器|电话机|话机|网线|电缆|光缆|电线杆|线杆|适配器|天线|网关|盒子|猫';
const BROKEN = '坏|烧|冒烟|发烫|烫手|进水|不通电|开不了机|开不开|死机|剪断|挖断|咬断|断裂|倒了|压断|裂';

/** A device named as broken, or its fault light: equipment, whatever stopped working (CSG 3.2). */
const EQUIPMENT = [
  new RegExp(`(${DEVICE}).{0,8}(${BROKEN})`),
  new RegExp(`(${BROKEN})(了|掉)?.{0,4}(${DEVICE})`),
  /(los|pon|光信号|指示|信号)灯?.{0,6}(红|闪|灭|不亮)|亮红灯|闪红灯|红灯/,
  /\b(router|modem|ont|box|handset|cable|pole|switch|adapter|hub|remote|socket)\b.{0,24}\b(broken|broke|burn\w*|smok\w*|overheat\w*|dead|damaged|snapped|won't (turn|power|switch) on|faulty|died|fell|chewed|cracked)\b/,
  /\b(los|pon|red) (light|led)|light\w* .{0,14}\b(red|blinking red|flashing red)\b/,
];

/** Many users or a place that must not be without service. */
const MAJOR = [
  /整栋|整幢|整座|全楼|整个(小区|村|镇|片区|园区|社区|公司|单位|街|商场|医院|学校|办公|楼)|全(村|镇|小区|公司|校|院|厂|店|楼)|整条街|整层|全部断|这一片|一大片|附近都|邻居(也|都)|好多(人|户|家)|很多(人|户|家)|大家都|我们这边都|一栋楼/,
  /医院|诊所|急诊|学校|派出所|消防|银行网点|养老院|幼儿园|酒店|工厂/,
  /\b(whole|entire) (building|estate|street|village|area|block|office|town|neighbou?rhood|floor|company|school|campus|site|team|house share)\b|\b(everyone|everybody|all (the )?neighbou?rs|neighbou?rs (too|also|as well))\b/,
  /\b(hospital|clinic|school|emergency line|care home|police station|fire station)\b/,
];

export const faultCategoryOf = (text: string, head: FaultCategory): FaultCategory =>
  head !== 'security' && EQUIPMENT.some((words) => words.test(text)) ? 'equipment' : head;

export const faultLevelOf = (text: string, head: FaultLevel): FaultLevel =>
  MAJOR.some((words) => words.test(text)) ? 'major' : head;
