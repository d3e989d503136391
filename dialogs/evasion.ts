import type { Heard } from '../nlu/heard.ts';
import { fold } from './choices.ts';
import { isYesNo, plainYesNo } from './yesNo.ts';

/** Answers that are none: the customer does not know, does not want to tell, asks back, says nothing, or is frightened. */

/** In folded text, one after the other and nothing else: "I don't know, I did not notice". */
const UNSURE =
  /^((我|俺|这个|這個|具体|具體|也|真的|真|都|就)*(不知道|不晓得|不曉得|不清楚|不太清楚|不确定|不確定|说不清|說不清|说不准|說不準|说不好|說不好|不好说|不好說|忘了|忘记了|忘記了|不记得|不記得|记不清|記不清|没注意|沒注意|没留意|沒留意|唔知道|唔知|唔清楚|唔记得|唔記得|看不懂|听不懂|聽不懂|不懂|不明白|唔明|唔識|睇唔明)(了|啊|呢|诶|欸|耶|喔|哦|呀|吧|啦|喎)*){1,2}$|^(i|im|i['’]m|sorry)*(idk|dunno|don['’]?tknow|donotknow|notsure|noidea|noclue|can['’]?tremember|don['’]?tremember|can['’]?tsay|hardtosay|unsure)(really|sorry|exactly)?$/u;
const SKIPS =
  /^(这个|這個|这题|這題|先|就|直接)*(跳过|跳過|略过|略過|下一题|下一題|下一个|下一個|不填)(这题|這題|这个|這個)?(了|吧|啦)?$|^(skip|pass|next)(it|this|this ?one|question|please)*$/u;
/** Does not know, or passes over the question. */
export function isUnsure(text: string): boolean {
  const said = fold(text.slice(0, 61));
  return text.length <= 60 && (UNSURE.test(said) || SKIPS.test(said));
}

/** In folded text. */
const ENOUGH =
  /(别|別|不要|不想|懒得|懶得)(再|老)?(问|問|答|回答|说那么多|說那麼多)|(问|問|问题|問題).{0,2}(这么|這麼|那么|那麼|太|好)多|(这么|這麼|那么|那麼|太|好)多(问题|問題)|(直接|赶紧|趕緊|先)(帮我|幫我|给我|給我)?(登记|登記|报修|報修|提交|送出)(就|好|行|吧|了|啦)*$|^(提交|送出|submit(it)?)(吧|了|啦|now|please)?$|stopasking|(toomany|enough|somany|nomore)questions|justregister|juststart|justfileit/u;
/** Whether the customer has had enough of questions. */
export function hadEnough(text: string): boolean {
  return text.length <= 40 && ENOUGH.test(fold(text));
}

const REFUSES =
  /不想(说|說|给|給|留|填|告诉|告訴|提供|登记|登記|透露)|不愿|不願|不方便(说|說|给|給|留|透露|提供|告诉|告訴)|不(给|給|留|填|提供|登记|登記|告诉你|告訴你|透露)|不同意|唔同意|拒绝|拒絕|唔想|唔俾|唔畀|唔講|rather not|won.?t (give|tell|say|leave)|(do not|don.?t) (want to|wanna) (give|tell|say|leave|share|provide)|(do not|don.?t) agree|not (giving|telling|sharing|comfortable)|none of your|i refuse|no way/u;
/** Whether a short answer refuses what is asked for. */
export function refuses({ text, language }: Heard): boolean {
  return text.length <= (language === 'en' ? 80 : 30) && REFUSES.test(text.normalize('NFKC').toLowerCase());
}

const ASKS_WHY =
  /(为什么|為什麼|为啥|為啥|凭什么|憑什麼|点解|點解|干嘛|幹嘛|干什么|幹什麼|做什么|做什麼|有什么用|有什麼用).{0,8}(要|登记|登記|留|问|問|给|給|提供|电话|電話|姓名|名字|地址|同意)|(要|登记|登記|留|问|問).{0,10}(电话|電話|手机号|手機|号码|號碼|姓名|名字|地址|资料|資料|信息).{0,3}(干嘛|幹嘛|干什么|幹什麼|做什么|做什麼|干啥|有什么用|有什麼用)|(系统|系統).{0,6}(没有|沒有|有|查|不是)|不是(有|登记过|登記過|留过|留過)|\b(why|what for|what do you need)\b.{0,30}(need|want|ask|phone|number|name|address|contact|that|it)|don.?t you (already )?have|you (should )?(already )?have (my|it)/u;
/** Whether the customer asks why we want to know. */
export function asksWhy({ text, language }: Heard): boolean {
  return text.length <= (language === 'en' ? 90 : 40) && ASKS_WHY.test(text.normalize('NFKC').toLowerCase());
}

/** Words that answer nothing although they could stand as an answer in free words. */
export function evades(heard: Heard): boolean {
  return refuses(heard) || asksWhy(heard) || /[?？]\s*$/u.test(heard.text);
}

const FRIGHTENED =
  /害怕|好怕|很怕|怕死|好慌|很慌|急死|好急|很急|着急死|好着急|很着急|好著急|很著急|好担心|很担心|好擔心|很擔心|^.{0,8}(怎么办|怎麼辦|咋办|点算|點算)|好惊|好驚|\b(scared|afraid|panick?ing|frightened|worried|desperate)\b|what (do|should|can) i do|help me/u;
/** Whether somebody at a loss has to be calmed first. */
export function isFrightened({ text, language }: Heard): boolean {
  return text.length <= (language === 'en' ? 60 : 25) && FRIGHTENED.test(text.normalize('NFKC').toLowerCase());
}

const THINKING =
  /^(等等|等一下|等下|稍等|等我一下|等我|我|先|再|让我|讓我|想想|想一想|想一下|考虑一下|考慮一下|諗下|嗯|呃|那个|那個|letmethink|letmesee|onemoment|onesec|onesecond|justamoment|justasec|holdon|hangon|hmm+|umm?|well)+$/u;
/** Dots, commas, blanks, "let me think": somebody who hesitates. */
export function isSilent(text: string): boolean {
  if (text.length > 30 || isYesNo(text)) return false;
  return /^[\s.。…·,，、~～-]+$/u.test(text) || THINKING.test(fold(text));
}

/** A refusal of consent in more words than a plain no; passing over the question is one. */
export function disagrees(heard: Heard): boolean {
  return plainYesNo(heard) === 'no' || refuses(heard) || SKIPS.test(fold(heard.text.slice(0, 61)));
}

/** Consent in more words than a plain yes: "all right, have it". */
export function agrees({ text }: Heard): boolean {
  return (
    text.length <= 16 &&
    /^(好|可以|行|同意|得|嗯|ok|okay|fine|sure|yes)/iu.test(text.trim()) &&
    !/[不唔没沒?？吗嗎]|not|n['’]t/iu.test(text)
  );
}
