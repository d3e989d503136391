import type { Intent } from '../../domain/labels.ts';
import { isHan, isWordPart } from '../text/characters.ts';
import { normalise } from '../text/normalise.ts';

/**
 * Set phrases that are the whole of what is said. Too short for n-grams to tell apart, and a closed class: what is not here
 * is left to the heads. Divided by blanks in Chinese, by commas in English; letters of one run cut as `normalise` cuts them.
 */
const PHRASES: Partial<Record<Intent, { readonly zh: string; readonly en: string }>> = {
  affirm: {
    zh: '是 是的 是啊 是呀 是滴 是哦 对 对的 对啊 对呀 对头 对对 对对对 嗯 嗯嗯 嗯嗯嗯 嗯哼 嗯好 嗯好的 嗯呢 嗯是的 嗯对 好 好的 好啊 好呀 好吧 好滴 好哒 好嘞 好勒 好的呢 好的好的 好好 好好好 行 行吧 行啊 行的 行行行 可以 可以的 可以啊 可以呀 可 成 成啊 成交 中 得 得啦 妥 妥了 妥妥的 没错 没有错 没错没错 没问题 没有问题 没毛病 确认 我确认 确定 确定的 确认无误 同意 我同意 愿意 我愿意 当然 当然了 当然可以 肯定 肯定的 肯定啊 必须的 必须 就是 就是的 就这样 就这么办 就这样办 正确 准 要的 要得 需要 收到 照办 听你的 依你 按你说的办 照你说的办 我看行 可不 可不是 那当然 信息都对 都对 全对 继续 👍 👌 ✅ 🆗',
    en: "ok, okok, okk, okey, okie, okay, ojbk, yes, yess, yeah, yea, yeh, yep, yup, ya, yah, ye, yes yes, yes please, yes correct, yes that's right, yes it is, y, k, kk, aye, sure, sure thing, for sure, correct, that's correct, right, that's right, fine, that's fine, alright, all right, of course, absolutely, definitely, defo, certainly, indeed, exactly, precisely, true, agreed, i agree, confirm, confirmed, i confirm, go ahead, please do, do it, by all means, sounds good, looks good, works for me, suits me, uh huh, mhm, mm hmm, it is, i do, i am, affirmative, obviously, naturally, you bet, si, oui, ja, haan, haan ji, ji, opo, oo, sige, can, can can",
  },
  deny: {
    zh: '不 不是 不是的 不是哦 不对 不对不对 不行 不要 不要了 不用 不用了 不用谢谢 不了 不了谢谢 不必 不必了 不需要 不可以 不同意 我不同意 没有 没 没有的 没呢 没有呢 没有啊 没有没有 否 否定 非也 甭 别 别了 免了 拒绝 我拒绝 不愿意 不想 先不用 先不用了 暂时不用 暂不 暂不需要 不确认 我不确认 木有 莫得 不成 不中 未得 未呀 哪有 不是这个 不是那个 没那意思 弗要 👎 ❌ 🙅',
    en: "no, noo, nooo, no no, nope, nah, na, nae, nay, n, no way, not really, negative, never, no thanks, no thank you, no need, not now, not yet, incorrect, wrong, that's wrong, it isn't, it's not, it is not, not me, nuh uh, hard pass, i'd rather not, rather not, disagree, i disagree, i don't, i do not, absolutely not, of course not, definitely not, certainly not, hindi, hindi po, nahi, nein, non, not this one, not that, not that one, not necessary, no it isn't, no it's not, no wrong, ayaw ko",
  },
  goodbye: {
    zh: '再见 再见了 拜拜 拜拜了 拜 拜了 88 886 白白 掰掰 回见 回头见 回头聊 明天见 下次见 下回见 再会 走了 我走了 先走了 我先走了 溜了 溜了溜了 闪了 先闪了 撤了 我撤了 下了 我下了 下线了 告辞 晚安 慢走 保重 后会有期 改天聊 改天再聊 下次聊 下次再聊 先这样 先这样吧 不聊了 挂了 我挂了 收线 收线先 先忙了 先忙去了 我先忙 早唞 不打扰了 江湖再见',
    en: "bye, byee, byeee, bye bye, byebye, bye for now, bbye, goodbye, good bye, good night, goodnight, nite, gn, cya, see ya, see you, see you later, see you soon, see you around, catch you later, later, laters, talk later, talk to you later, ttyl, ta ta, tata, toodles, cheerio, farewell, take care, have a good one, have a nice day, have a good day, have a great day, so long, gtg, g2g, gotta go, got to go, i have to go, i've got to go, i'm off, until next time, till next time, adios, ciao, au revoir, sayonara, paalam, slan, over and out, signing off, that's all, that is all, that'll be all, that will be all, nothing else, i'm done here, o dabo",
  },
  greet: {
    zh: '你好 您好 你好啊 您好啊 你好呀 你好你好 嗨 嘿 哈喽 哈啰 哈罗 哈喽啊 喂 喂喂 喂你好 在吗 在么 在不 在不在 在嘛 在吗在吗 你在吗 您在吗 在线吗 早 早安 早啊 早呀 早上好 上午好 中午好 下午好 晚上好 午安 大家好 新年好 新年快乐 过年好 春节快乐 恭喜发财 客服你好 你好客服 客服您好 亲 亲在吗 亲在么 打扰了 打扰一下 吃了吗 吃了没 食咗饭未 食饭未 吃饭未 诸位好 师傅好',
    en: "hi, hii, hiii, hi hi, hey, heyy, heyyy, hey hey, hello, helo, helloo, hellooo, hello hello, hallo, hiya, howdy, yo, yoo, sup, wassup, what's up, whats up, wotcha, g'day, g'day mate, gday, good morning, morning, mornin, good afternoon, afternoon, good evening, evening, good day, greetings, hello there, hi there, hey there, hello everyone, are you there, you there, anyone there, anybody there, is anyone there, is anybody there, anyone home, knock knock, how are you, how are you doing, how are you today, how's it going, how is it going, how do you do, how's tricks, nice to meet you, good to meet you, pleased to meet you, dear sir or madam, dear sir, dear sirs, to whom it may concern, salam, assalamualaikum, namaste, bonjour, hola, ni hao, nihao, happy new year, you alright, u there, what's the craic, magandang umaga, magandang umaga po",
  },
  thanks: {
    zh: '谢谢 谢谢你 谢谢您 谢谢你们 谢谢啦 谢谢了 谢谢哈 谢谢啊 谢了 谢啦 谢 谢谢谢谢 多谢 多谢了 多谢你 多谢晒 感谢 感谢你 感谢您 非常感谢 十分感谢 太感谢了 万分感谢 感激不尽 感恩 3q 3x 3q喔 三克油 蟹蟹 蟹蟹你 蟹蟹啦 辛苦了 辛苦啦 辛苦你了 辛苦您了 麻烦你了 麻烦您了 麻烦了 费心了 有劳 有劳了 谢天谢地 唔该 唔该晒 🙏',
    en: 'thanks, thank you, thankyou, thx, thanx, thnx, thnks, thnaks, ty, tysm, tyvm, tks, tq, ta, ta love, cheers, cheers mate, much obliged, much appreciated, appreciated, appreciate it, i appreciate it, i appreciate that, thank you so much, thank you very much, thank u, thanks a lot, thanks a million, many thanks, thanks a bunch, thanks so much, thanks very much, thanks mate, thanks again, ok thanks, okay thanks, ok thank you, great thanks, perfect thanks, thanks for your help, thank you for your help, gracias, merci, danke, arigato, xie xie, xiexie, shukriya, dhanyavaad, salamat, salamat po, terima kasih, bless you, 10q',
  },
  help: {
    zh: '帮助 帮帮我 菜单 主菜单 功能 说明 说明书 指南 使用说明 操作指南 操作说明 你会什么 你会啥 你能做什么 你能做啥 你能干什么 你能干啥 你会干什么 你会干啥 你能干嘛 你会干嘛 你会做什么 有什么功能 你有什么功能 有哪些功能 怎么用 这个怎么用 你是谁 你是什么 你是干嘛的 你是做什么的 可以做什么 能做什么 你可以做什么 你能帮我什么 你能帮我做什么 你可以帮我做什么 怎么操作 教学',
    en: "help, help me, help please, please help, menu, main menu, commands, options, what can you do, what do you do, what can you do for me, what can you help with, what can you help me with, who are you, what are you, how does this work, how do you work, what is this, what can i ask, what can i ask you, how do i use this, how to use this, instructions, guide, what are you for, what should i say, i'm lost",
  },
  cancel: {
    zh: '取消 取消吧 取消了 算了 算了吧 算啦 算了算了 不办了 我不办了 不弄了 不整了 不填了 不说了 不搞了 不问了 不想弄了 先不办了 先不弄了 停 停止 停下 打住 退出 结束 终止 罢了 放弃 当我没说 当我没问 别弄了 离开',
    en: "never mind, nevermind, nvm, nm, forget it, forget about it, forget that, abort, exit, quit, stop, stop it, stop this, stop that, stop please, cancel, cancel this, cancel that, cancel it, cancel please, please cancel, scrap that, scratch that, leave it, drop it, don't bother, get me out of this, end here",
  },
  back: {
    zh: '返回 返回上一步 上一步 回到上一步 回上一步 退回上一步 上一个 上一题 上一个问题 前一步 前一个 前一题 退回 退回去 回去 后退 回退 倒回去 退一步 退一格 填错了 我填错了 选错了 我选错了 点错了 按错了 打错了 输错了 说错了 我说错了 重填 重新填 重选 重答 重新选',
    en: 'back, go back, go back please, back please, previous, previous question, previous step, last question, last step, undo, undo that, step back, one step back, take a step back, go back one, back one, back one step, back up, wrong option, wrong button, wrong answer, wrong one, i picked the wrong one, oops, rewind, redo, redo that, let me correct that, let me fix that, change my answer, change my last answer',
  },
  restart: {
    zh: '重新开始 重来 重来一遍 从头开始 从头来 从头再来 从头来过 重头来 重头再来 重置 再来一遍 推倒重来 重新来 重新来过 重新来一遍 清空重来 归零 重新来吧 从新开始 全部重来 再开始一次',
    en: 'restart, start over, start again, start anew, start afresh, begin again, begin anew, from the beginning, from the top, from scratch, from the start, back to the start, back to square one, reset, do over, reset chat, reset the chat, new chat, new conversation, start from scratch, start from the beginning, restart please, reboot the chat, clean slate, let us recommence',
  },
  'handoff.request': {
    zh: '人工 人工人工 转人工 人工客服 人工服务 找人工 要人工 我要人工 我要转人工 接人工 请转人工 请接人工 转人工客服 转人工服务 转接人工 转客服 接客服 客服 找客服 我要找客服 真人 真人客服 找真人 活人 转真人 接线员 坐席 总机 找个人 叫人来',
    en: 'agent, agent please, human, human please, human agent, operator, operator please, representative, rep, person, a person, real person, real person please, real human, live agent, live person, speak to an agent, speak to agent, talk to an agent, talk to agent, talk to a human, speak to a human, speak to someone, talk to someone, talk to a person, speak to a person, talk to a real person, speak to a real person, put me through, transfer me, connect me, hand me over, connect me to an agent, transfer me to an agent, advisor, adviser, staff, customer service representative',
  },
};

/** Letters, digits and Han only; emoji when there is nothing else. */
const bare = (normalised: string): string => {
  let out = '';
  for (let i = 0; i < normalised.length; i++) {
    const code = normalised.charCodeAt(i);
    if (isHan(code) || (isWordPart(code) && code !== 0x27)) out += normalised.charAt(i);
  }
  return out === '' ? normalised.replaceAll(' ', '') : out;
};

const LONGEST = 40;
const table = new Map<string, Intent>();
for (const [intent, { zh, en }] of Object.entries(PHRASES) as [Intent, { zh: string; en: string }][])
  for (const phrase of [...zh.split(' '), ...en.split(', ')]) {
    const key = bare(normalise(phrase));
    if (!table.has(key)) table.set(key, intent);
  }

/** The intent of a normalised text that is nothing but a set phrase; null for anything else. */
export const phraseOf = (text: string): Intent | null =>
  text.length > LONGEST ? null : (table.get(bare(text)) ?? null);
