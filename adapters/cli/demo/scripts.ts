/** What the simulated customers say. All of it is invented; names and numbers say that they are. */
export interface DemoScript {
  readonly locale: 'zh-CN' | 'zh-TW' | 'en';
  readonly lines: readonly string[];
  /** Said later, one at a time, while they wait. */
  readonly later: readonly string[];
}

/** In the queue, in different moods and languages. */
export const WAITING: readonly DemoScript[] = [
  {
    locale: 'zh-CN',
    lines: ['家里宽带断了，光猫的 LOS 灯一直红着', '还是不行', '转人工'],
    later: ['我把光纤重新插过了，没用', '晚上还要开会，能快一点吗'],
  },
  {
    locale: 'en',
    lines: ['I want to complain: I was charged twice for October', 'talk to a person please'],
    later: ['It is 128 yuan, on the 3rd and again on the 5th', 'Are you still there?'],
  },
  {
    locale: 'zh-TW',
    lines: ['我的手機從昨天開始完全沒有訊號', '轉真人客服'],
    later: ['換了一支手機也一樣', '我人在台北市大安區'],
  },
];

/** With the simulated agent. */
export const SERVED: DemoScript & { readonly answers: readonly string[] } = {
  locale: 'zh-CN',
  lines: ['我想把套餐换成便宜一点的', '转人工'],
  answers: [
    '您好，这里是演示坐席李强，正在看您的问题。',
    '您现在每个月大概用多少流量？',
    '好的，我查一下适合您的套餐，请稍等。',
  ],
  later: ['十几个 G 吧', '谢谢', '不急'],
};

/** Served and gone, with a survey. */
export const DONE: DemoScript & { readonly answers: readonly string[] } = {
  locale: 'zh-CN',
  lines: ['我要找人工'],
  answers: ['您好，请问有什么可以帮您？', '已经为您处理好了。'],
  later: ['是', '5', '5', '4', '5', '9', '挺快的'],
};

/** The bot alone: a case is filed. */
export const ALONE: DemoScript = {
  locale: 'zh-CN',
  lines: ['我要投诉，上个月多扣了我三十块', '退费', '同意', '演示客户 13800000000', '确认提交'],
  later: [],
};
