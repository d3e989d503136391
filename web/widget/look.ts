interface Words {
  readonly lang: string;
  readonly open: string;
  readonly close: string;
  readonly title: string;
  readonly unread: (count: number) => string;
}

/** The button's own words, for any language tag. */
export function words(tag: string): Words {
  if (/^zh\b.*\b(hant|tw|hk|mo)\b/i.test(tag)) {
    return {
      lang: 'zh-Hant',
      open: '線上客服',
      close: '關閉',
      title: '線上客服對話',
      unread: (count) => `${count} 則新訊息`,
    };
  }
  if (/^en\b/i.test(tag)) {
    return {
      lang: 'en',
      open: 'Help',
      close: 'Close',
      title: 'Customer service chat',
      unread: (count) => `${count} new`,
    };
  }
  return {
    lang: 'zh-Hans',
    open: '在线客服',
    close: '关闭',
    title: '在线客服对话',
    unread: (count) => `${count} 条新消息`,
  };
}

export const placing = `
:host { all: initial; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
button { min-height: 44px; padding: 0 18px; border: 1px solid transparent; border-radius: 22px; cursor: pointer;
  font: 550 16px/1.4 system-ui, "PingFang SC", "PingFang TC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  color: #fff; background: #0b6b66; }
button:focus-visible { outline: 3px solid #0b6b66; outline-offset: 3px; }
:host > button, :host button[aria-expanded] { position: fixed; z-index: 2147483000; min-height: 52px; border-radius: 26px;
  right: max(20px, env(safe-area-inset-right)); bottom: max(20px, env(safe-area-inset-bottom)); box-shadow: 0 6px 24px #0004; }
span:not(:empty) { margin-left: 8px; padding: 2px 8px; border-radius: 12px; background: #fff; color: #07524e; font-size: 14px; }
div { position: fixed; z-index: 2147483001; right: 20px; bottom: 20px; display: flex; flex-direction: column;
  width: 400px; height: min(680px, 100dvh - 40px); overflow: hidden; border-radius: 18px; background: #0b6b66; box-shadow: 0 12px 48px #0005; }
div button { align-self: flex-end; }
div button:focus-visible { outline-color: #fff; outline-offset: -4px; }
iframe { flex: 1; width: 100%; border: 0; background: Canvas; }
@media (max-width: 520px) { div { inset: 0; width: auto; height: auto; border-radius: 0; padding-top: env(safe-area-inset-top); } }
`;
