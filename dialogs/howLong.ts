import { fold } from './choices.ts';

/** In folded text: how long it takes, or when something happens. */
const HOW_LONG =
  /(要|需要|得|大概|大约|大約|还要|還要)(等)?(多久|几天|幾天|多长时间|多長時間|几日|幾日)|(多久|几天|幾天|多长时间|多長時間|什么时候|什麼時候|几时|幾時|何时|何時|啥时候|啥時候).{0,8}(答复|答覆|回复|回覆|处理|處理|解决|解決|修|好|结果|結果|恢复|恢復|办|辦|删|刪|联系|聯繫|聯絡|回电|回電|退|到账|到帳|有人)|(答复|答覆|回复|回覆|处理|處理|解决|解決|修好|恢复|恢復|办好|辦好).{0,4}(要|需要)?(多久|几天|幾天|多长时间|多長時間)|howlong(will|does|do|is|until|before)|when(will|can)(it|this|that|you|i|somebody|someone).{0,25}(fix|solve|resolve|done|ready|hear|contact|call|answer|back|work)/u;
export function asksHowLong(text: string): boolean {
  return text.length <= 80 && HOW_LONG.test(fold(text));
}
