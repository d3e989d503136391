import type { Concepts } from './concept.ts';

/** Faults, grievances and dangers. */
export const trouble: Concepts = {
  slow: {
    zh: '慢 卡 延迟 丢包 卡顿 缓冲 转圈 网速 龟速 不稳定 掉线 断断续续 信号差 信号弱 一格信号 杂音 听不清 ping 时断时续 不稳 才几兆 跑不满 带宽 测速 回音 模糊 串线 抖动 马赛克 听到一半 掉话',
    en: 'slow*, lag*, buffer*, choppy, crackl*, static, latency, ping, packet loss, weak, drops, dropping, dropped, intermittent*, unstable, freez*, speed, speeds, crawl*, one bar, glitch*, jitter, patchy, breaking up, cuts out, cutting out, echo, unclear, pixelat*, stutter*, spotty, poor signal',
  },
  outage: {
    zh: '断网 上不了 上不去 打不开 打不通 打不了 打不出去 连不上 没网 没信号 用不了 不能用 没声音 收不到 发不出 无服务 黑屏 没反应 登不上 登录不了 接不了 没网络 上不成 断了 停了 不通 拨不出 无法 挂了 忙音 没有信号 没有网 不能上 不到 空号 看不了 拨号音 定格 白屏 断一下 拔不出 卡住 没服务 连不到 停摆',
    en: "not working, doesn't work, isn't working, down, no internet, no signal, can't connect, cannot, won't, dead, no dial tone, outage, no service, can't get, can't make, can't call, not receiving, stopped working, not loading, offline, unable, won't load, went off, gone, no connection, cut off, isn't, doesn't, can't, not connecting, nothing works, black screen, lost, no one can ring, not in service, no line, reception, stopped, nobody can ring, blank, number not in service, without line",
  },
  device: {
    zh: '光猫 路由器 机顶盒 交换机 基站 遥控器 电话机 网线 电缆 电线杆 电源 适配器 卡槽 猫 盒子 话机 线路 光缆 网口 面板 设备 网关 天线 插头 机箱',
    en: 'router*, modem*, ont, box, set top, switch, base station, cable*, handset, remote, pole, adapter, power supply, hub, gateway, socket, mast, antenna, device, equipment, wire, mesh, extender, kit',
  },
  broken: {
    zh: '坏 坏了 烧了 冒烟 发烫 进水 摔 不通电 死机 重启 开不了机 花屏 失灵 剪断 挖断 倒了 裂 烧 咬断 断裂 不开机 没电 自动重启 烫 焦',
    en: 'broken, broke, burn*, smok*, overheat*, hot, fried, snapped, fell, fallen, cracked, reboot*, restart*, dead, no power, damaged, chewed, cut, hanging, faulty, blown, melted, sparks, bricked',
  },
  light: {
    zh: '红灯 闪 灯 los pon 亮红 不亮 指示灯 灯灭 灭了',
    en: 'light*, blinking, flashing, led, los, pon, red, lights',
  },
  repair: {
    zh: '修 报修 维修 修一下 修理 检修 来修 故障 报障 坏',
    en: 'repair*, fix, fault*, report a fault, problem, issue, error, trouble',
  },
  attack: {
    zh: '攻击 入侵 劫持 黑客 木马 病毒 蹭网 ddos 弹窗 跳转 中毒 被黑 篡改 盗用 流量异常 陌生设备 挖矿 勒索',
    en: 'attack*, hack*, hijack*, malware, virus, ddos, intrusion, infected, redirect*, unknown device*, strange device, popup*, botnet, ransomware, breach, compromised, leeching',
  },
  fraud: {
    zh: '诈骗 骗子 钓鱼 盗号 被盗 冒充 盗刷 可疑 骗 换卡 伪基站 冒用 假冒 中奖 屏幕共享 远程 转账 补了我的卡 被人 骗局 冒名 陌生 假装 自称 链接 收电话卡 呼死你 给的链接 验证码 捡到 被人补 网址 可疑号码',
    en: 'fraud*, scam*, phish*, stolen, imperson*, suspicious, sim swap, otp, fake, pretending, claiming, someone else, took over, takeover, unauthorised, unauthorized, spoof*, stole, stranger, not me, identity theft, gift cards, came to the door, never asked for, login codes, shared the otp, money is gone, in my name, logged into, link, spam call',
  },
  leak: {
    zh: '泄露 泄漏 卖了 倒卖 外泄 卖给 信息卖 流出去 骚扰电话 泄密',
    en: 'leak*, sold my, data breach, gave my number, passed my details, exposed',
  },
  anger: {
    zh: '垃圾 破 坑 忽悠 气死 过分 离谱 太差 无语 受够 霸王 不像话 凭什么 差劲 恶心 烂 坑人 给个说法 耍 糊弄 扯 火大 不满 失望 什么玩意 太黑 欺负 糟糕 忍 服了 讲不讲理 投诉你们 我要投诉 烦 生气 骗钱 抢钱 意思吗 太过 激气 傻眼 岂有此理 不公平 黑心',
    en: 'ridiculous, unacceptable, disgust*, terribl*, awful, rubbish, appall*, joke, fed up, worst, pathetic, useless, rip off, ripped, disappoint*, angry, furious, sick of, enough, not happy, shame*, disgrace*, shocking, outrageous, unfair, fuming, horrible, nonsense, bloody, hell, absurd, annoy*, complain*, wtf, crap, unprofessional, frustrat*, not fair, unhappy, livid, how dare',
  },
  staff: {
    zh: '态度 推诿 踢皮球 不耐烦 挂我电话 骂 敷衍 爱理不理 客服 营业员 店员 坐席 不理 没人接 排队 服务差 柜台 柜员 翻白眼 阴阳怪气 互相推 转来转去 等了半小时',
    en: 'rude*, attitude, hung up, passed around, transferred, unhelpful, ignored, staff, agent, queue, on hold, pillar to post, advisor, shouted, cashier, clerk, customer service, customer care, condescending, dismissive',
  },
  overcharge: {
    zh: '多扣 乱扣 乱收费 扣了 多收 私自 擅自 没经过我 不知情 莫名 多出 不明扣费 扣费 扣钱 涨价 偷偷 默认 强制 没订过 扣我 多了 没同意 收了 捆绑 虚假 隐形',
    en: "overcharg*, charged, double charged, without my consent, didn't agree, never agreed, extra charge*, hidden, wrong charge, charge, charging, misled, mis-sold, missold, signed up for, never ordered, price rise, charged twice, went up, hike",
  },
  promise: {
    zh: '承诺 答应 说好 说是 保证 爽约 放鸽子 没兑现 说话不算 没人来 等了一天 没来 言而无信 反悔 不认账 没履行 一拖再拖 至今',
    en: "promise*, said they would, never came, no show, didn't turn up, guarantee*, were told, was told, supposed to, missed appointment, nobody came, never showed, nobody turned up, didn't show, never got, never received, still hasn't",
  },
  demand: {
    zh: '说法 解释 道歉 退钱 退费 赔 赔偿 退款 补偿 退还 还我 退给 交代 负责',
    en: 'refund*, explain, explanation, apolog*, money back, compensat*, reimburse*, responsible, accountable',
  },
  regulator: {
    zh: '工信部 12300 12315 消协 曝光 记者 媒体 法院 起诉 律师 报警 通管局 通讯局 消委会 消保 12345 ncc 告你们 通信管理局 上访 热搜 抖音曝光 消基会 申诉 法庭 通讯办 调解 小额 审裁处 消费者协会 判 公平会 立法会 议员',
    en: 'ofcom, fcc, regulator, ombudsman, court, sue, lawyer, press, media, legal action, solicitor, newspaper, watchdog, trading standards, legal, twitter, police, filming, bbc, itv, ofca, tribunal, the sun, channel, mp, regulators, member of parliament, court',
  },
  danger: {
    zh: '110 119 120 报警 急救 救命 救护车 出人命 火警 生命 老人 心脏 心梗 出血 井盖 危险 触电 掉下来 砸 漏电 死',
    en: 'ambulance, emergency, 911, 999, police, fire brigade, life, 112, panic alarm, died, heart, killed, dangerous, neck height, fell in, injured, hospital, daughter, pendant, unsafe, hazard',
  },
  repeated: {
    zh: '又 再次 第三次 好几次 多次 反复 一直 天天 老是 总是 每次 好久 半个月 几个月 三天 两天 好几天 还是 屡次 三番 几次 半年 两年 每天 经常',
    en: 'again, keeps, third time, every day, always, weeks, months, days, still, repeatedly, constantly, every time, every night, second time, years, keep, third',
  },
  many: {
    zh: '整栋 全楼 小区 全村 整个 大家 很多人 邻居 公司 学校 医院 单位 整层 一片 全部 所有人 楼上楼下 整条街 酒店 工厂 店里 都没 附近 商场 宿舍 村里 楼',
    en: 'whole, entire, building, everyone, neighbours, neighbors, area, village, street, hospital, school, office, company, all of us, estate, block, hotel, shop, clinic, tower, floor, town, campus',
  },
};
