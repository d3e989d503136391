import type { Concepts } from './concept.ts';

/** What an account holds, and what is done with services. */
export const account: Concepts = {
  balance: {
    zh: '余额 话费 欠费 还剩 剩多少 剩余 欠多少 欠了 够不够 有多少钱 还有多少',
    en: 'balance, credit, remaining, left, owe, outstanding, due, how much do i',
  },
  bill: {
    zh: '账单 明细 详单 扣费记录 缴费记录 消费记录 发票 扣款 清单 账',
    en: 'bill*, invoice*, statement, itemised, itemized, receipt, payment history, direct debit',
  },
  usage: {
    zh: '用量 用了多少 流量还 通话时长 分钟数 使用情况 用到 剩多少流量 流量剩',
    en: 'usage, used, data left, allowance, minutes, how many',
  },
  points: { zh: '积分 兑换 星级 会员等级', en: 'points, rewards, redeem, loyalty' },
  identity: {
    zh: '号码 本机号码 puk 实名 归属 户主 服务密码 密码 账号 客户号',
    en: 'puk, account number, my number, password, pin, owner, registered',
  },
  plan: {
    zh: '套餐 月租 合约 流量包 优惠 活动 资费 档 合同 不限量 叠加包 融合 亲情 副卡 日包 加油包',
    en: 'plan*, package*, contract*, deal*, bundle*, promo*, offer*, add-on, addon, unlimited, subscription, day pass, sim only',
  },
  expire: {
    zh: '到期 期满 过期 续约 续费 截止 有效期',
    en: 'expire*, contract end, end date, renew*, runs out, expiry, run out',
  },
  apply: {
    zh: '办 办理 开通 申请 装 安装 开户 新装 订购 加装 激活 补卡 充值 来一个 来一套 给我开 给我办 我要办 报装 领 受理 想办 想开 想装 加一个 加个 充 买 开票 接入 恢复 复机 拉 租 订 安 上台 补张 补办 出plan 续约 携号转入',
    en: "apply*, sign up, sign me up, open, activat*, install*, set up, subscribe, order, get me, want to get, like to get, need a new, top up, topup, recharge, add, turn on, enable, replacement sim, new line, register, new sim, give me, i'd like a, i want a, need a, add on, buy, start, put me on, reactivat*, redeem, set up, could i have, can i have, extra, rent, take out, reissue",
  },
  change: {
    zh: '改 换 变更 更换 修改 过户 转成 升级 降级 迁移 移机 搬家 换成 改成 转到 改名 换套餐 提速 升到 降到 呼叫转移 更新 迁到 绑定 转移 变为 升 降 扩 改桥接 对调 重置 调整 加大 转台 飞线 调到 修改成',
    en: 'change, chang*, switch, upgrade, downgrade, moving, transfer, update, swap, replace, moving house, move my, new address, forward, divert, rename, bump, relocate, new owner, different plan, smaller plan, bigger plan, lower, raise, increase, split, double, reset, renamed, pay by, instead of, now say, reassign, merge',
  },
  end: {
    zh: '取消 退订 退掉 注销 销户 停机 关掉 关闭 关了 停用 停了 拆机 不要了 不用了 退了 退租 解约 解除 断掉 停掉 报停 退网 关停 携号转出 转走 销号 停保 退还 拆了 退 推订 消户 挂失 销掉 终止 冻结 停半年 断掉 cut 退出来 唔要 都不要 卸载 关漫游 注消 掐了',
    en: "cancel*, unsubscribe, close, terminat*, disconnect my, deactivat*, switch off, turn off, stop, end my, suspend, opt out, get rid of, remove, leave, leaving, i'm done, quit, no longer need, no longer want, don't want, shut, port out, pac code, cease, drop, surrender, retire, freeze, pause, block, closing, take off, can go, stop paying, 30 days notice, give my notice, cut off, wants closing, wind down",
  },
  broadband: {
    zh: '宽带 光纤 家宽 千兆 百兆 专线 网络 上网 网',
    en: 'broadband, internet, fibre, fiber, wifi, wi-fi, net, leased line, online, connection',
  },
  mobile: {
    zh: '手机 手机号 电话卡 号码 卡 通话 5g 4g 信号 副卡',
    en: 'mobile, phone, number, sim, esim, 5g, 4g, signal, calls, cell',
  },
  fixed: { zh: '固话 座机 固定电话 电话机 固网 传真', en: 'landline, home phone, fixed line, dial tone, fax' },
  tv: { zh: '电视 iptv 频道 节目 直播 mod 点播 遥控器', en: 'tv, iptv, channel*, programme, movie package, remote' },
  sms: { zh: '短信 彩信 验证码 信息', en: 'sms, text, texts, message*, mms, otp, code' },
  data: { zh: '流量 数据 热点', en: 'data, gb, gig, gigs, hotspot, tethering' },
  cloud: {
    zh: '云 云主机 云盘 物联网 监控 服务器 虚拟机 域名',
    en: 'cloud, iot, server, vm, vps, hosting, storage, camera',
  },
  extras: {
    zh: '彩铃 来电显示 呼叫等待 呼叫转移 语音信箱 视频会员 增值业务 国际长途',
    en: 'caller tune, ringback, call waiting, caller id, voicemail, forwarding, hd voice, value added, security pack',
  },
  roaming: { zh: '漫游 出国 境外 国际', en: 'roam*, abroad, overseas, international, travel*' },
  payment: {
    zh: '缴费 交费 支付 付款 自动扣 银行卡 微信 支付宝 付费 交钱',
    en: 'pay, payment, paid, autopay, card, direct debit',
  },
};
