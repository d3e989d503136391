import type { Entity } from '../heard.ts';
import { dictionary, listed } from './dictionary.ts';
import type { Folded } from './folded.ts';
import { span } from './folded.ts';

/** `null`: words that hold a device's or service's word and mean something else. */
type Device = string | null;

const device = dictionary<{ id: Device; named: boolean }>(
  listed<{ id: Device; named: boolean }>([
    [thing('modem'), '光猫 猫 调制解调器 光调制解调器 光纤猫 数据机 小乌龟 modem modems ont onu'],
    [thing('router'), '路由器 路由 无线路由器 无线路由 无线分享器 分享器 ip分享器 wifi分享器 router routers mesh'],
    [thing('set-top-box'), '机顶盒 电视盒 电视盒子 机上盒 盒子 stb set-top_box set_top_box set-top-box tv_box'],
    [
      thing('phone'),
      '手机 移动电话 iphone 话机 座机话机 智能手机 手提电话 smartphone handset mobile_phone cellphone cell_phone phone',
    ],
    [thing('sim'), '手机卡 电话卡 sim卡 sim sim_card esim 号卡 流量卡 uim卡 sim_cards'],
    [thing('base-station'), '基站 基地台 信号塔 铁塔 发射站 base_station base_stations cell_tower mast cell_site'],
    [thing('switch'), '交换机 交换器 ethernet_switch network_switch'],
    [
      thing('cable'),
      '网线 光纤 光缆 光纤线 电缆 线缆 网路线 尾纤 皮线 入户线 cable cables fibre_cable fiber_cable ethernet_cable',
    ],
    [thing('line'), '线路 专线 电话线 外线 phone_line telephone_line leased_line'],
    [
      thing('light'),
      '红灯 绿灯 指示灯 los灯 光信号灯 信号灯 电源灯 pon灯 los 灯 los_light red_light green_light light lights indicator',
    ],
    [{ id: 'switch', named: true }, 'switch switches'],
    [{ id: 'line', named: true }, 'line'],
    [
      thing(null),
      '手机号 手机号码 手机号卡 手机费 手机费用 手机套餐 手机话费 手机银行 手机尾号 熊猫 phone_number phone_numbers phone_bill mobile_phone_number ' +
        'phone_call phone_calls phone_plan customer_service_line 光纤宽带 热线 on_the_line',
    ],
  ]),
);

const service = dictionary<string | null>(
  listed<string | null>([
    [
      'broadband',
      '宽带 宽频 家宽 家宽带 光纤宽带 光纤 光纤网络 家里的网 家里网 wifi wi-fi 无线网 网络 上网 internet broadband fibre fiber adsl ftth',
    ],
    [
      'mobile',
      '手机号 手机号码 移动电话 手机套餐 手机 话费 门号 mobile cellular mobile_phone cellphone cell_phone 手提电话',
    ],
    [
      'fixed',
      '固话 座机 固定电话 固网 市话 家里电话 家用电话 室内电话 landline landlines fixed_line home_phone fixed-line',
    ],
    ['iptv', 'iptv itv 电视 网络电视 高清电视 mod 机顶盒 机上盒 tv'],
    ['sms', '短信 简讯 短讯 验证码 sms text_message text_messages texts'],
    ['data', '流量 数据流量 手机流量 上网流量 网络流量 移动数据 行动上网 数据 data mobile_data roaming_data'],
    ['cloud', '云服务 云主机 云盘 云服务器 云电脑 云桌面 云存储 上云 天翼云 云 cloud cloud_server'],
    ['iot', '物联网 物联网卡 物联卡 智能家居 iot internet_of_things smart_home'],
    ['security', '安防 网络安全 防火墙 监控 摄像头 抗ddos ddos firewall cctv security_service'],
    [null, '大数据 数据机 云南 云浮 白云 祥云 连云港 电视台 texts_me 手机卡 手机银行'],
  ]),
);

function thing(id: Device): { id: Device; named: boolean } {
  return { id, named: false };
}

/** Words after which an English noun that is a verb as well is a noun. */
const ARTICLES = ['the', 'a', 'my', 'our', 'your', 'this', 'that', 'new', 'phone', 'network'];

/** Devices and lights, and services, by their names. One stretch of text may name both. */
export const findThings = (folded: Folded): Entity[] => {
  const { text } = folded;
  const found: Entity[] = [];
  for (let at = 0; at < text.length; ) {
    const hit = device(text, at);
    if (hit !== null && hit.value.id !== null && (!hit.value.named || isNoun(text, at))) {
      found.push({ ...span(folded, at, hit.end), type: 'device', value: hit.value.id });
    }
    at = hit?.end ?? at + 1;
  }
  for (let at = 0; at < text.length; ) {
    const hit = service(text, at);
    if (hit !== null && hit.value !== null) {
      found.push({ ...span(folded, at, hit.end), type: 'service', value: hit.value });
    }
    at = hit?.end ?? at + 1;
  }
  return found;
};

const isNoun = (text: string, at: number): boolean => {
  const words = text
    .slice(Math.max(0, at - 12), at)
    .trimEnd()
    .split(' ');
  return ARTICLES.includes(words.at(-1) ?? '');
};
