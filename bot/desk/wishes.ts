import { fold } from '../../dialogs/choices.ts';

/** What a waiting customer may want of us instead of the agent; everything else they say is for the agent. */
export type Waiting = 'leave' | 'callback' | 'how long';

/** All in folded text, short and whole: nothing that may be meant for the agent is taken for a command. */
const BACK =
  /^(请|請|我要|我想|帮我|幫我)?(返回|回到|转回|轉回|切回|换回|換回)(给|給)?(机器人|機器人|智能客服|智慧客服)(吧|谢谢|謝謝)?$|^(退出|退出人工|退出人工客服|退出真人客服|退出对话|退出對話|结束人工|結束人工|结束对话|結束對話|结束人工服务|結束真人服務|不用人工了|不用真人了|不要人工了|不要真人了|exit|quit|leave|endchat|endthechat|leavethechat|(back|return)to(the)?bot|goback(to(the)?bot)?|iwantthebot|botplease|talktothebot|stoptalkingtotheagent)$/u;
const NO_WAITING =
  /^(我)?(不等了|不想等了|不等啦|不等喇|唔等喇|唔等了|取消排队|取消排隊|取消人工|退出排队|退出排隊|离开排队|離開排隊|不排了|不排队了|不排隊了|等不了了|等不及了|不等了返回机器人|不等了返回機器人)(吧|了|啦|谢谢|謝謝)?$|^(stopwaiting|stopwaitingbacktothebot|leavethequeue|leavequeue|idon['’]?twanttowait(anymore)?|ican['’]?twait)$/u;
/** May as well answer what an agent asked last. */
const NO_LONGER =
  /^(我)?(算了|算啦|取消|不用了|不需要了|不要了)(吧|了|啦|谢谢|謝謝)?$|^(cancel|nevermind|forgetit|stop|nolongerneeded|noneed|nothanks)$/u;
const CALLBACK =
  /^(请|請|我要|我想|那就|那|不等了|算了|还是|還是)*(改为|改為|改成|换成|換成|改)?(请|請|让|讓|叫)?(你们|你們|他们|他們|同事|人工|真人)?(给我|給我|跟我)?(回电|回電|回电话|回電話|回个电话|回個電話|打给我|打給我|打电话给我|打電話給我|电话联系我|電話聯絡我)(给我|給我|话|話)?(吧|好了|谢谢|謝謝)?$|^(please|canyou|couldyou|just|i['’]?dlike|iwant|iwouldlike)*(a)?(callback|callmeback|callme|callmeinstead|callmebackinstead|callbackinstead|phoneme|ringme)(please|later)?$/u;
/** The wait and nothing else: how long a repair takes is for the agent. */
const HOW_LONG =
  /^(请问|請問|你好|您好|那|我|大概|大约|大約|现在|現在|到底|还|還|得|要|需要|再)*等?(多久|多长时间|多長時間|几分钟|幾分鐘)(才|能|会|會|可以|有|人|接通|接入|接|轮到|輪到|排到|到|我|客服|人工|真人|来|來|回复|回覆|理)*(啊|呢|呀|吗|嗎|谢谢|謝謝)?$|^(hello|hi|so|and|ok|okay)?howlong(more|(willit|willthis|doesit|doesthis)take|willitbe|isthe(wait|queue|waitingtime)|(doihaveto|doi|must|should|willi(haveto)?|mustiwait)?wait|until(i|some|any|an|a).{0,30})?(please)?$|^(hello|hi|so|and|ok|okay)?howmuchlonger.{0,20}$/u;
const WHERE =
  /排到第?几|排到第?幾|第几位|第幾位|前面(还|還)?有(几|幾|多少)(个|個|位|人)|前面几个|前面幾個|排队情况|排隊情況|到我了吗|到我了嗎|轮到我|輪到我|^(请问|請問|你好|喂|还|還|现在|現在|在)*有人(在)?(吗|嗎)$|怎么还没人|怎麼還沒人|howmanypeople(are)?(before|infrontof|aheadof|waiting)|my(place|position)in|whatismyplace$|myposition$|whereami(inthe(queue|line))?$|^(hello|hi)?(isanyone|isanybody|anyone|anybody)there$/u;
const SHORT = 60;

/** What a message in the queue asks of us; null when it is for the agent. `lost`: an agent had the customer before. */
export function waitingWish(text: string, lost: boolean): Waiting | null {
  const said = fold(text.slice(0, 200));
  if (BACK.test(said) || NO_WAITING.test(said) || (!lost && NO_LONGER.test(said))) return 'leave';
  if (CALLBACK.test(said)) return 'callback';
  return said.length <= SHORT && (HOW_LONG.test(said) || WHERE.test(said)) ? 'how long' : null;
}

/** Whether a message to an agent is nothing but the wish to leave them: the bot is silent otherwise. */
export function leavesAgent(text: string): boolean {
  return BACK.test(fold(text.slice(0, 200)));
}
