import type { Concepts } from './concept.ts';

/** How something is asked, and about whose things. */
export const asking: Concepts = {
  price: {
    zh: '多少钱 几块 几元 什么价 价格 价钱 收费 收多少 怎么收 贵不贵 要钱 花钱 月租多少 免费 收钱 初装费 费率 一年多少 收不收费 贵吗 免费吗 几蚊',
    en: 'how much, price*, cost*, pricing, tariff*, rate, rates, fee for, charge for, free of charge, cheaper, cheapest, discount*, student, what would that cost, what should i expect, charges for, do you charge',
  },
  how: {
    zh: '怎么 如何 怎样 咋 教我 步骤 流程 教程 怎么办理 怎么弄',
    en: 'how do i, how to, how can i, how do you, steps, way to, how does',
  },
  which: {
    zh: '什么 哪些 啥 哪个 哪种 哪款 有没有 有哪些 有什么 区别 对比 推荐',
    en: 'what, which, is there, are there, do you have, do you offer, any, difference, recommend*',
  },
  may: {
    zh: '能不能 可不可以 可以吗 能吗 行不行 行吗 可以不 支持 允许 是否 可以用 能用 要不要 收不收 能看 能装 会不会',
    en: 'can i, could i, is it possible, am i able, allowed, do i need, do you support, does it, will i, can you use, eligible, can my, can i bring, do i have to, are you able',
  },
  when: {
    zh: '什么时候 几点 哪天 几号 多久 何时 啥时候 什么时间 几天 哪一天 多长时间',
    en: 'when, what time, how long, which day, what day, how soon, by when',
  },
  where: { zh: '哪里 在哪 哪儿 地址 附近', en: 'where, nearest, location, address' },
  why: { zh: '为什么 为啥 怎么回事 为何 怎么会 咋回事', en: 'why, how come, what for, reason' },
  rules: {
    zh: '规定 条件 要求 材料 证件 手续 违约金 合约期 限制 身份证 规则 营业时间 上班 开门 几点关门 覆盖 费用 网点 几点开 要不要 需要本人 到场 实名 生效 限速',
    en: 'requirement*, documents, policy, terms, opening hours, penalty, coverage, open on, rules, id card, passport, opening, close, take usually, calculated, deposit, what would you need, sell',
  },
  query: {
    zh: '查 查询 查一下 看看 看下 看一下 问一下 问下 显示 告诉我 想知道 请问 咨询 了解 帮我看 确认 核实',
    en: 'check, see, view, show me, tell me, look up, find out, know, enquire, inquire, query, show, wondering',
  },
  mine: {
    zh: '我的 我这 我家 我们家 本机 名下 我那 我现在 俺 我',
    en: "my, mine, our, i, i'm, am i, do i, have i, i've, we, me",
  },
  yours: { zh: '你们 你家 贵司 您这 贵公司 你们家', en: 'you, your, you guys, your company' },
};
