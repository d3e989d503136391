// Runs before the first paint, so that no text, colour or spacing ever shows in another way than the agent chose.
(() => {
  const titles = { 'zh-Hans': '首问 · 坐席工作台', 'zh-Hant': '首問 · 客服工作台', en: 'Shouwen · Agent console' };
  const known = (tag) => {
    if (typeof tag !== 'string') return undefined;
    if (/^zh\b.*\b(hant|tw|hk|mo)\b/i.test(tag)) return 'zh-Hant';
    if (/^zh\b/i.test(tag)) return 'zh-Hans';
    return /^en\b/i.test(tag) ? 'en' : undefined;
  };
  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is blocked: the choice lasts as long as the page
    }
  };
  const root = document.documentElement;
  root.lang = [stored('shouwen.desk.language'), ...navigator.languages].map(known).find(Boolean) ?? 'zh-Hans';
  document.title = titles[root.lang];
  try {
    const chosen = JSON.parse(stored('shouwen.desk.preferences') ?? '{}');
    if (['light', 'dark'].includes(chosen?.theme)) root.dataset.theme = chosen.theme;
    if (chosen?.density === 'comfortable') root.dataset.density = chosen.density;
  } catch {
    // somebody wrote nonsense there: the defaults stand
  }
})();
