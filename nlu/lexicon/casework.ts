import type { Concepts } from './concept.ts';

/** Bookings, and cases already filed. */
export const casework: Concepts = {
  visit: {
    zh: '预约 约 上门 师傅 装机 取号 回电 时段 排期 回拨 约好 约的 约了 勘察 装维 安装人员 来人 场勘 派工 上门预约 来人 装机时间 打给我 回电话 会勘',
    en: 'appointment*, visit*, engineer*, technician*, booking*, slot*, schedul*, installation date, callback, call back, come out, installer, booked, tech, someone to come, guy, man, fitter, survey, rep, repair call, specialist, field engineer, install date, round, branch, store',
  },
  book: {
    zh: '约个 约一下 想约 预约一下 安排 派人 排个 订个时间 约时间 约师傅 给我约 我要预约 帮我约 约上门 找人来 派师傅 有空 可以约 定个 重新约 能来人 能来吗 打过来 排一下 上门时间 定一个 最快 挂号 得闲',
    en: 'book, book a, schedule a, arrange, make an appointment, send someone, send a technician, send an engineer, need someone, want someone, free slot, available, availability, get someone, call me, ring me, phone me, put me down, pick a date, choose when, reserve, come on, have somebody, set up a visit, set up a new one, fit me in, when could, pencil',
  },
  move: {
    zh: '改约 改期 改到 改时间 换个时间 延期 推迟 提前 往后 推到 挪 延后 顺延 改天 改个时间 换时间 转到 调到 换到 改为 往前 晚点来 早点来 延一 改成 换成 改到 约错 调整一下 晚一点 晚两个小时 早一点 换个',
    en: 'reschedul*, move, push, postpone, another day, different time, change the time, later date, bring forward, earlier, delay, instead, later, different day, put back, shift, move it, rearrange, make it, rather, no good, swap my, bringing, wrong day, suit, could he come at, change my slot, bump, reschedule',
  },
  coming: {
    zh: '来了吗 到哪 什么时候到 几点到 几点来 来不来 还来吗 多久到 在路上 来吗 到了没 出发 还没来 还没到 什么时候来 会来 怎么还没来 几点上门 什么时候上门 约的几点 约在 来没来 到门口 到小区 能到 排到 还有多久 约过 约成 改约成功 约的是 师傅电话',
    en: 'is anyone coming, on the way, on his way, coming, arriv*, eta, where is, still coming, show up, turn up, what time is, van, be here, is my appointment, confirm my, who is coming, going ahead, did my booking, is he, who is the engineer, is my install, still on for, which day, morning or afternoon, do i have anything booked, time been set, as planned, ahead of me, which one i chose, pending',
  },
  dropVisit: {
    zh: '不用来 别来 不要来 不用上门 不需要上门 不用跑 不必来 来不了 去不了 不用派 取消预约 取消上门 不约了 别上门 不修了 不装了 不去了 免了 不麻烦 不去 不约 退掉预约 取消的是预约 按错 约错了 不要预约 手滑',
    en: "don't come, no need to come, not needed, don't send, no longer needed, won't be home, can't make it, cancel the visit, cancel my appointment, stand down, call it off, needn't, isn't necessary, release my slot, stand the, won't be needing, no need to send, not going, don't call me back, not necessary",
  },
  filed: {
    zh: '投诉 工单 报修 单子 案件 反映 上次报 编号 受理 报障 我报的 报过 单号 那个单 报的 报了 提交 之前报 申诉 障碍单 报故障 反馈的 工单 故障单 案子 审核 退款 备件 派单 受理编号 处理记录 的申请 过户申请 移机单',
    en: 'case, ticket*, complaint*, reported, claim, request, reference, application, order, logged, raised, filed, my report, fault report, my refund, submitted, lodged, cases, application, closure request, ticket, inc, my complain, open cases, handling my case, requested',
  },
  status: {
    zh: '进度 进展 处理到哪 怎么样了 结果 到哪一步 处理好了 有消息 状态 有没有人处理 回复 到哪了 处理得怎么样 处理没 有没有结果 办好了 审核 通过了 下文 受理了 修好了没 好了没 有眉目 批了 寄了没 处理了 后续 进行 排队还是 结论 关了没 派下去 查得 怎样了 处理记录 可以查到 寄了',
    en: "status, progress, update, any news, what's happening, how is, how's, where are we, outcome, result, resolved yet, heard anything, any update, approved, gone through, been logged, shipped, dispatched, stand, looked at, word on, is it ready, actioned, how it stands, still open, got result, still pending, checking how, find out why, did you receive, transferred to whom, look up",
  },
  urge: {
    zh: '催 快点 尽快 加急 赶紧 抓紧 马上 还要等多久 急 怎么还没 等了 加快 还没 没人联系 没人管 速度 务必 别拖 到底什么时候 今天之内 快一点 优先 速速 立刻 麻利 推一把 崔 别等 追下 提前给 早点 快些 抢修 久等 跟紧',
    en: 'urgent*, hurry, asap, expedite, speed up, chas*, still waiting, escalat*, faster, quickly, waiting, immediately, right away, prioriti*, today please, sooner, still no, nobody has, no one has, how much longer, get a move on, push it, lean on, moved up, push my, quicker, remind, go quicker, priority, move up the queue, take so long',
  },
  amend: {
    zh: '补充 加上 添上 写错 说错 说漏 忘了说 忘记说 更正 漏了 备注 报错 补一下 记错 写进去 说岔 添一 不对 填错 搞错 补一句 加一条 漏说 加进去 应该是 改成 纠正 追加 多写 多加 归类错 少写 换成 名字我问到 加到 另外补充 更改为 打错',
    en: 'add to, forgot to, correction, correct, wrong address, amend, also note, i meant, mistake, typo, attach, additional, add that, add a, also happens, put down, note that, forgot, not the, supplement, adding, extra detail, record that, add more, put that in, edit, update my ticket, blurry, filed it under, go on my, change what i, also record',
  },
  withdraw: {
    zh: '撤回 撤销 撤诉 撤单 撤掉 撤了 撤 收回 不追究 不投诉 拉倒 不用处理 不用查 结了吧 关单 自己好了 不告了 不用修了 别处罚 作废 销单 撒销 当没说过 收返 可以关闭 不用再跟进 恢复了 误操作 不要再查 撤单 消掉',
    en: "withdraw*, take back, retract, drop the, scrap, forget the, close the case, close my, call off, cancel my complaint, cancel the ticket, fixed itself, no longer an issue, working again, sorted, resolved itself, pull, undo it, revoked, void, regret, won't be pursuing, take it back, cancel my fault, it's working now, apologised, staying, nothing more to do",
  },
  already: {
    zh: '昨天 上周 上个月 前天 之前 已经 上次 刚才 那天 前几天 报过',
    en: 'yesterday, last week, already, earlier, ago, last month, last time, previous*, since',
  },
  soon: {
    zh: '明天 今天 后天 上午 下午 晚上 周末 星期 周一 周二 周三 周四 周五 周六 周日 下周 早上 中午 有空',
    en: 'tomorrow, today, morning, afternoon, evening, weekend, monday, tuesday, wednesday, thursday, friday, saturday, sunday, next week, noon, tonight',
  },
};
