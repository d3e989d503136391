import type { Concepts } from './concept.ts';

/** Finer than the concepts: words of the languages for one thing or act. They count singly, not in pairs. */
export const synonyms: Concepts = {
  install: {
    zh: '装 安装 装机 新装 报装 拉网线 装个 安个 接入',
    en: 'install*, fit, fitted, set up, put in, hook up, wire',
  },
  topup: { zh: '充值 充 充一百 充话费 充个 充点 储值', en: 'top up, topup, recharge, reload, top-up, credit my' },
  activate: {
    zh: '开通 激活 开 打开 开启 开一下 启用 恢复 复机',
    en: 'activat*, enable, turn on, switch on, start, add, reactivate, unblock, restore',
  },
  order: {
    zh: '订 订购 来一个 来一套 给我来 买 领 租 要一个',
    en: 'order, get me, buy, sign me up, subscribe, purchase, rent, put me on',
  },
  reissue: {
    zh: '补卡 补张卡 补办 换卡 补一张 新卡',
    en: 'replacement sim, new sim, sim swap, lost my sim, duplicate sim, replacement',
  },
  upgrade: {
    zh: '升级 升到 提速 升 加大 扩到 换贵',
    en: 'upgrade, bigger, faster plan, increase, raise, boost, double',
  },
  downgrade: {
    zh: '降级 降到 降资费 便宜点的 换便宜 降低 减',
    en: 'downgrade, cheaper plan, smaller, lower, reduce, cut down',
  },
  house: {
    zh: '移机 搬家 新家 迁 新房子 新址 搬到',
    en: 'moving house, relocat*, new address, new flat, new place, moving to, new house, shift',
  },
  owner: {
    zh: '过户 户主 名下 改名 转给 名字',
    en: 'transfer ownership, account holder, new owner, into my name, name change, renamed, in my name',
  },
  password: { zh: '密码 重置 wifi名 账号密码', en: 'password, passcode, reset my, pin, wifi name' },
  suspend: {
    zh: '停机 停机保号 挂失 暂停 停半年 报停 冻结',
    en: 'suspend, pause, freeze, block, hold my number, temporarily, lost my phone',
  },
  close: {
    zh: '销户 注销 销号 拆机 消户 销掉 退网 解约',
    en: 'close, terminat*, shut, deactivate, surrender, end my contract, port out, pac code, leave, leaving, notice',
  },
  unsubscribe: {
    zh: '退订 退掉 关掉 关了 取消 停掉 退了 关闭',
    en: 'unsubscribe, opt out, turn off, switch off, stop, remove, cancel, take off, get rid of',
  },
  branch: { zh: '营业厅 网点 门店 厅里 柜台 旗舰店 舖', en: 'branch, shop, store, outlet, counter' },
  invoice: { zh: '发票 开票 抬头', en: 'invoice*, receipt, vat' },
  family: {
    zh: '老人 爸 妈 孩子 老婆 儿子 父亲 母亲 奶奶 爷爷',
    en: 'mum, dad, mother, father, husband, wife, son, daughter, kid, parents, nan, grandma',
  },
  firm: {
    zh: '公司 企业 单位 政企 本公司 办公室 我司',
    en: 'company, business, office, studio, team, clinic, enterprise, sites',
  },
  technician: {
    zh: '师傅 装维 维修人员 安装人员 人员 工人',
    en: 'engineer*, technician*, guy, fitter, installer, tech, man, van',
  },
  callback: {
    zh: '回电 回拨 打给我 回电话 给我打 打过来 回我电话 电话联系',
    en: 'call me, ring me, call back, callback, phone me, give me a call, call me back, contact me by phone',
  },
  conflict: {
    zh: '有事 临时 加班 不在家 出差 没空 去不了 来不了 冲突 赶不回',
    en: "won't be home, can't make it, something came up, work late, not home, no longer available, doesn't suit, no good",
  },
  otherDay: {
    zh: '改天 换一天 换个 下周 另一天 延后 往后 提前',
    en: 'another day, other day, next week, later, earlier, different, instead',
  },
  caseNumber: {
    zh: '单号 编号 工单号 受理号 预约号',
    en: 'reference, ref, ticket number, case number, booking number, inc',
  },
  outcome: {
    zh: '结果 结论 答复 处理结果 后续 下文',
    en: 'result, outcome, decision, conclusion, findings, resolved, resolution, answer',
  },
  detail: {
    zh: '名字 地址 门牌 电话号码 联系电话 照片 截图 金额 时间',
    en: 'name, address, phone number, photo, screenshot, detail, details, information, evidence',
  },
  hurry: {
    zh: '急 加急 尽快 赶紧 快点 催 催一下 优先',
    en: 'urgent*, asap, hurry, quick*, speed up, priority, chase, fast, faster, push',
  },
  undo: {
    zh: '撤 撤销 撤回 收回 作废 取消投诉 撤诉',
    en: 'withdraw*, retract, drop, undo, revoke, void, take back, scrap, cancel my complaint, pull',
  },
  works: {
    zh: '好了 恢复了 修好了 通了 没事了 正常了 解决了',
    en: 'working again, works now, fixed, sorted, resolved, back on, back up, fine now, solved',
  },
  whoami: { zh: '你是谁 你是什么 你是干嘛 你会 你懂', en: 'who are you, what are you, are you a bot, what can you' },
  sarcasm: {
    zh: '真棒 可真 呵呵 厉害了 感谢您 摆设 糊弄 骆驼 恭喜',
    en: 'lovely, oh great, well done, brilliant, bravo, thanks for nothing, truly, carrier pigeon, kidding, joke',
  },
  goodWork: {
    zh: '好评 点赞 表扬 给力 满分 专业 热情 耐心 靠谱 准时 干净 利索 真好 特别好 牛 顺利 好样的',
    en: 'well done, kudos, brilliant, excellent, outstanding, lovely, friendly, hardworking, five stars, nicely done, happy, super, helpful, painless, good review',
  },
  wouldBe: {
    zh: '建议 希望 如果 要是 就好了 能不能增加 最好 意见',
    en: "would be nice, would be great, it'd be, would be handy, could do with, you could, maybe, feature request, suggestion, suggest*, should",
  },
  robbed: {
    zh: '诈骗 骗子 冒充 钓鱼 被盗 假的 冒用 骗 假装 自称 链接 中奖',
    en: 'fraud*, scam*, phish*, fake, stolen, identity theft, gift cards, pretend*, link, imperson*, claiming, saying he was',
  },
  takeover: {
    zh: '被人登录 异地登录 换了密码 不是我本人 补了我的卡 转走 盗号',
    en: 'logged into my account, sim swap, in my name, never asked for, without me, changed the email, took over, not me, hacked',
  },
  network: {
    zh: '攻击 ddos 入侵 劫持 木马 病毒 蹭网 黑名单 弹窗',
    en: 'ddos, attack*, malware, virus, hijack*, botnet, blacklist*, intrusion, infected',
  },
  noSound: {
    zh: '没声音 杂音 听不到 听不清 拨号音 忙音 串线',
    en: 'dial tone, no sound, crackl*, static, noise, echo, voice, hear, hum*, silent',
  },
  weak: { zh: '信号弱 信号差 没信号 一格 无服务 信号', en: 'signal, reception, bars, one bar, no service, coverage' },
  picture: { zh: '黑屏 花屏 马赛克 频道 画面 卡顿 节目', en: 'picture, screen, channel*, blocky, pixelat*, blank, tv' },
  refused: { zh: '不要 不用 别 不需要 不想 没要', en: "don't, do not, no need, not, never said, without" },
  unfinished: {
    zh: '那个 然后 就是 其实 我想 听说 对了 所以',
    en: 'and then, the thing is, like i was, on the other hand, so basically, i was, you know, um',
  },
  debt: { zh: '欠费 欠款 滞纳金 信用', en: 'overdue, arrears, late fee, debt, owe, unpaid' },
  gift: { zh: '券 礼品 送 赠 积分兑换 回馈', en: 'voucher, gift, free, bonus, coupon, cashback, code' },
  dig: {
    zh: '挖 井盖 线杆 施工 杆子 箱子 路面 通信井',
    en: 'manhole, pole, cabinet, cable hanging, trench, dig, pavement, road',
  },
  bias: {
    zh: '老用户 新用户 不公平 歧视 同样',
    en: 'loyal customer*, new customers, unfair, discriminat*, existing customers',
  },
  rulesUnclear: {
    zh: '规定 流程 手续 标准 不清楚 说明 条款',
    en: 'policy, procedure, process, terms, unclear, form, paperwork, rule',
  },
  wait: { zh: '等了 等 排队 半天 一直等 占线 没人接', en: 'wait*, on hold, queue, hours, no answer, minutes' },
  push: { zh: '推销 骚扰 营销 广告 推荐电话', en: 'sales call*, marketing, spam, cold call*, upsell*, pushy, ads' },
};
