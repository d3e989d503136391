/**
 * What n-grams cannot see: a request that is denied. `instead`: only this part is meant (不是查话费，是要办套餐). `refusal`: nothing but
 * a request refused (不要转人工). `person`: the machine is refused.
 */
export type Negation =
  | { readonly kind: 'instead'; readonly text: string }
  | { readonly kind: 'refusal' }
  | { readonly kind: 'person' };

// Bounded gaps keep every expression linear in the text.
const INSTEAD = [
  /^.{0,6}?(?<!是)不是(?:要|想|来|说|问|让你)?[^,。是不]{1,14}[,， ]{0,2}(?:而是|我是|是)((?:要|想|来|问|说)?.{2,})$/u,
  /^.{0,8}(?:不要|不想|不用|别)(?:再)?[^,。]{1,10}[,， ]{1,2}(?:而是|我是要|我要|我想|只要|就要|是要|我只想|我只要|改成)(.{2,})$/u,
  /^.{0,12}\b(?:not|don't (?:want|need)|do not (?:want|need)) [^,.]{2,40}?(?:, |,? but |\. )(?:i want|i need|i'd like|just|rather|it's|it is|i only want|i just want) (.{3,})$/u,
];

const ACTION =
  '(?:转接?|接)?(?:到)?人工|转接?|客服|专员|真人|查|办|开通|取消|预约|约|投诉|报修|改|安装|装|升级|退订|注销|登记|提交|充值|接通|派人|上门|推荐|订|激活|换';
const REFUSED = new RegExp(
  `^(?:先|我|请|都|还是|麻烦|那|那就|暂时|现在|也|说了|你|可){0,3}(?:不要|不用|别|不需要|不必|无需|先别|不想)(?:再|给我|帮我|你|替我){0,2}(?:${ACTION})[^,。 ]{0,5}(?:[,， ]?(?:谢谢|了|啊|呀|吧)*)$`,
  'u',
);
const REFUSED_EN =
  /^(?:no,? |please )?(?:don't|do not|i don't (?:want|need)(?: to| you to)?|no need to|no need for) (?:transfer|speak|talk|be transferred|put me through|connect|a human|an agent|a person|a real person|book|open|file|submit|register|send it|cancel (?:it|that|anything))[^,.]{0,30}[.!]?$/u;
/** Bookings that need not be kept are cancelled, not refused: somebody was to come. */
const SOMEBODY_COMES = /师傅|上门|派人|约|来了|跑/u;
/** Whoever refuses the machine wants a person. */
const MACHINE =
  /(?:不想|不要|不跟|别让|不愿).{0,8}(?:机器|智能客服|ai)|(?:don't want|do not want|not|no) .{0,20}\b(?:robot|bot|chatbot|machine)\b/u;

/** Reads negation in a normalised text; null when there is none that matters. */
export const negationOf = (text: string): Negation | null => {
  if (text.length > 120) return null;
  for (const pattern of INSTEAD) {
    const part = pattern.exec(text)?.[1];
    if (part) return { kind: 'instead', text: part };
  }
  if (MACHINE.test(text)) return { kind: 'person' };
  if ((REFUSED.test(text) && !SOMEBODY_COMES.test(text)) || REFUSED_EN.test(text)) return { kind: 'refusal' };
  return null;
};
