import type { Concepts } from './concept.ts';

/** Talk with the desk itself, and what it does not do. */
export const talk: Concepts = {
  praise: {
    zh: '表扬 点赞 好评 满意 棒 专业 耐心 靠谱 给力 贴心 夸 热情 佩服 锦旗 优秀 周到 细心 厉害 感动 舒服 服务真好 很好 真好 负责任 划算 不错 赞 称赞 好人 利索 上心 贴心 好样的 顺利 特别好 满格 响应真快 说到做到 没话说 准时 干净 满分 牛 教识',
    en: 'prais*, compliment*, great, excellent, brilliant, amazing, fantastic, lovely, helpful, well done, kudos, thumbs up, wonderful, impress*, patient, professional, superb, awesome, star, five stars, pleased, happy with, love, good job, commend, grateful, polite, smooth, outstanding, miles better, clever, hardworking, painless, nicely done, good review, humble, credit where, very happy, perfect',
  },
  suggest: {
    zh: '建议 希望 如果能 要是 最好能 提个意见 要我说 不妨 就好了 可以考虑 小意见 能增加 多一点 更好 何不 应该加 改进 优化 想法 提议 完美了 大白话 小小意见 可以的话 能不能在 能加个 想提 不如',
    en: "suggest*, it would be nice, would be great if, how about, consider, you should, wish, could you add, idea, feedback, would be good, would be handy, would love, why not, improve*, add a feature, maybe add, would help, could do with, handy, maybe open, feature request, it'd be, it would help",
  },
  person: {
    zh: '人工 客服 转接 真人 坐席 经理 主管 专员 话务员 接线员 活人 职员 值班 领导 转人 找个人 跟人 接通 人来 负责人 工作人员 喘气的 那位客服 客户经理 值班经理 职员 同事 阿姐',
    en: 'human, person, agent, operator, representative, rep, someone, speak to, talk to, manager, supervisor, real person, put me through, live, speak with, talk with, advisor, adviser, transfer me, connect me, somebody, manager, colleague*, staff, press 0, speak with, chat with, someone who, lady, rengong, customer service rep',
  },
  bot: { zh: '机器人 你会 你能 自动回复 智能 ai 你是', en: 'bot, robot, machine, automated, chatbot, ai, are you' },
  help: {
    zh: '帮助 你能做什么 你会什么 有什么功能 怎么用 菜单 指令 你是谁 能干 服务有哪些 能做 使用说明 操作指南 会做什么 能帮我 功能 可以做 你懂啥 咋用 你是干嘛 听懂 办的业务 有何 怎么玩',
    en: 'help, what can you do, menu, commands, options, who are you, what do you do, how does this work, instructions, capable, features, how to use this, ask you, are you a bot',
  },
  personal: {
    zh: '个人信息 个人资料 隐私 授权 同意 资料 数据副本 个资 信息记录 身份信息 用户画像 营销 位置信息 推送 人脸',
    en: 'personal data, personal information, gdpr, consent, my data, my information, about me, marketing, privacy, my details, records, right to be forgotten, subject access, profiling',
  },
  erase: {
    zh: '删除 清除 抹掉 删掉 导出 副本 撤回同意 撤回授权 存了 保存 收集 停止使用 更正',
    en: 'delete, erase, export, copy of, hold on me, stored, collect*, keep about, wipe, download my, hold',
  },
  greet: {
    zh: '你好 您好 嗨 哈喽 早上好 在吗 在不在 晚上好 下午好 有人吗 大家好 新年好 早安 午安 哈罗 喂',
    en: 'hi, hello, hey, good morning, good afternoon, good evening, greetings, yo, hiya, morning, howdy, sup, anyone there',
  },
  thanks: {
    zh: '谢谢 感谢 多谢 谢了 辛苦 谢 感恩 麻烦你了',
    en: 'thanks, thank you, thx, cheers, ty, appreciate*, thank, much obliged, tks, tysm',
  },
  bye: {
    zh: '再见 拜拜 88 回头见 下次见 拜 走了 晚安 改天聊 先这样 撤了 下线',
    en: 'bye, goodbye, see you, cya, good night, take care, farewell, later, have a nice, ttyl, talk later, that is all, that will be all',
  },
  yes: {
    zh: '是 是的 对 好 好的 嗯 可以 行 没错 对的 确认 没问题 同意 ok 得 中 对头 要得 当然 正确 就这样 妥 成 好啊 可',
    en: 'yes, yeah, yep, ok, okay, sure, right, correct, confirm, fine, alright, yup, of course, absolutely, sounds good, indeed, definitely, ya, exactly',
  },
  no: {
    zh: '不 不是 不要 不用 没有 不对 否 不行 不可以 不了 不同意 错了 不需要 别 算了吧 先不 不必 才不是',
    en: "no, nope, nah, not, don't, never, wrong, no thanks, incorrect, negative, no way, no need, not really, do not, not now, without",
  },
  drop: {
    zh: '算了 不弄了 停 不办了 取消吧 不说了 不填了 停止 退出 结束 不搞了 放弃 不想办 不报了 终止 别弄了 先不弄',
    en: "never mind, nevermind, forget it, abort, exit, leave it, forget about it, scratch that, don't bother, changed my mind, cancel that, cancel this, stop this, enough of this",
  },
  back: {
    zh: '上一步 返回 退回 回去 上一个 填错 重填 选错 刚才 回到 上一题 后退 改一下刚才 点错 打错 倒回 前一个',
    en: 'go back, back, previous, undo, last answer, step back, typed wrong, wrong button, last question, one step, misclicked, redo',
  },
  restart: {
    zh: '重新开始 从头 重来 重置 再来一遍 重新来 推倒 从新 重开 清空 重头',
    en: 'start over, restart, from the beginning, reset, begin again, start again, from scratch, from the top, start fresh, new conversation, square one',
  },
  money: {
    zh: '银行 信用卡 股票 基金 贷款 比特币 汇率 利率 存款 工资 保险 彩票 理财 社保 公积金 房租',
    en: 'bank, credit card, stock*, bitcoin, loan, mortgage, insurance, lottery, salary, tax, exchange rate, interest, crypto, pension',
  },
  errands: {
    zh: '快递 包裹 外卖 机票 酒店 火车票 网约车 打车 高铁 航班 订票 加油站 停车 公交 地铁 点餐 餐厅 司机 驾照 护照 签证',
    en: 'parcel, delivery, flight*, hotel*, taxi, uber, train, bus, restaurant, pizza, parking, airport, visa, tickets, groceries, license, car',
  },
  household: {
    zh: '冰箱 空调 洗衣机 耳机 音箱 打印机 充电宝 电脑 笔记本 平板 水费 电费 燃气 漏水 马桶 水管 暖气 微波炉 门锁 灯泡 相机 键盘 手表 物业 红绿灯 自来水 停电 电梯',
    en: 'fridge, washing machine, headphones, printer, laptop, tablet, electricity, water, gas, plumber, heating, boiler, microwave, keyboard, watch, car, lift, toilet, speaker, air con, airpods, oven, dishwasher',
  },
  people: {
    zh: '医生 感冒 发烧 药 医保 牙 减肥 失眠 结婚 失恋 女朋友 男朋友 孩子 宝宝 作业 学校 考试 面试 老板 同事 狗 猫咪 宠物 心情 无聊 喜欢 爱 人生 意义 睡觉 怀孕',
    en: 'doctor, dentist, medicine, headache, baby, homework, exam, girlfriend, boyfriend, dog, cat, bored, love, sad, sleep, marry, wife, diet, fever, pet, crying, feel, lonely',
  },
  leisure: {
    zh: '电影 歌 笑话 故事 游戏攻略 明星 小说 比赛 足球 篮球 世界杯 音乐 菜谱 做饭 红烧肉 旅游 景点 天气 下雨 星座 运势 综艺 电视剧 动漫 诗',
    en: 'movie, song, joke, story, recipe, football, basketball, weather, rain, horoscope, music, poem, game, holiday, cook, world cup, celebrity, book a table, sing, anime, trivia',
  },
  knowledge: {
    zh: '翻译 写 作文 代码 首都 历史 地球 宇宙 数学 等于 物理 化学 意思 多少年 皇帝 月亮 英语 编程 算法 原理 国家 世界 哪一年 论文 简历',
    en: 'translate, write, essay, code, capital, history, earth, math, physics, president, python, planet, meaning of, solve, algebra, calculate, spell, distance, who invented, population, country',
  },
  others: {
    zh: '微信 抖音 淘宝 京东 拼多多 小米 华为 苹果 快手 b站 微博 特斯拉 王者荣耀 美团 滴滴 腾讯 百度 qq 奈飞 原神',
    en: 'whatsapp, netflix, facebook, instagram, iphone, samsung, amazon, google, tiktok, youtube, apple, tesla, spotify, windows, xbox, playstation, gmail, paypal, ebay, excel, zoom, twitter',
  },
};
