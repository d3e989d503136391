// Runs before the first paint, so that no text and no font ever shows in the wrong language.
// Order: the customer's own choice, the site's wish (?lang=), the browser's languages, Simplified Chinese.
(() => {
  const titles = { 'zh-Hans': '首问 · 在线客服', 'zh-Hant': '首問 · 線上客服', en: 'Shouwen · Customer service' };
  const known = (tag) => {
    if (typeof tag !== 'string') return undefined;
    if (/^zh\b.*\b(hant|tw|hk|mo)\b/i.test(tag)) return 'zh-Hant';
    if (/^zh\b/i.test(tag)) return 'zh-Hans';
    return /^en\b/i.test(tag) ? 'en' : undefined;
  };
  const stored = () => {
    try {
      return localStorage.getItem('shouwen.language');
    } catch {
      return null; // storage is blocked: the choice lasts as long as the page
    }
  };
  const wishes = [stored(), new URLSearchParams(location.search).get('lang'), ...navigator.languages];
  const language = wishes.map(known).find(Boolean) ?? 'zh-Hans';
  document.documentElement.lang = language;
  document.title = titles[language];
})();
