import { telegram } from '../../../adapters/channels/telegram/index.ts';
import { JSON_BOMBS } from '../../simulators/bombs.ts';
import { ACCOUNT, openTelegram, type TelegramPlatform } from '../../simulators/telegram.ts';
import { channelAcceptance } from '../messaging/acceptance.ts';
import { mapValues } from '../messaging/mapValues.ts';

const HI = { text: '喂' } as const;

channelAcceptance<TelegramPlatform>('telegram', {
  channel: telegram,
  open: (now) => openTelegram(now),
  forged(platform, { source }) {
    const { sends } = platform.customer(source);
    const { secretToken } = ACCOUNT;
    return {
      'no secret': sends(HI, { secret: null }),
      'an empty one': sends(HI, { secret: '' }),
      'a short one': sends(HI, { secret: secretToken.slice(0, -1) }),
      'a long one': sends(HI, { secret: `${secretToken}0` }),
      'one letter changed': sends(HI, { secret: secretToken.replace('S', 's') }),
      'it twice': sends(HI, { secret: `${secretToken}, ${secretToken}` }),
    };
  },
  huge: (platform, bytes) => platform.customer().sends(HI, { body: (json) => json.padEnd(bytes) }),
  unreadable(platform) {
    const { source, sends, updates } = platform.customer();
    const me = { id: Number(source), is_bot: false };
    const group = { id: -100123, type: 'supergroup' };
    return {
      'no JSON': sends(HI, { body: () => '<xml/>' }),
      nothing: sends(HI, { body: () => '' }),
      'half of it': sends(HI, { body: (json) => json.slice(0, 30) }),
      'a list': sends(HI, { body: () => '[]' }),
      ...mapValues(JSON_BOMBS, (bomb) => sends(HI, { body: () => bomb })),
      'no number': updates({ update_id: 'x' }),
      'an update of tomorrow': updates({ telepathy: {} }),
      'no chat': updates({ message: { text: '喂' } }),
      'no words': sends({ text: '  ' }),
      'a button without data': updates({ callback_query: { id: '1', from: me } }),
      'words in a group': sends({ ...HI, chat: group }),
      'another bot': sends({ ...HI, from: { ...me, is_bot: true } }),
      'a post': updates({ channel_post: { chat: group, text: '喂' } }),
      'a member of a group': updates({
        my_chat_member: { chat: group, from: me, new_chat_member: { status: 'member' } },
      }),
    };
  },
  odd(platform, { source }) {
    const { sends, updates } = platform.customer(source);
    const me = { id: Number(source), is_bot: false };
    return {
      'an empty voice': sends({ voice: {} }),
      'a video': sends({ video_note: { file_id: 'x' } }),
      'a picture that is gone': sends({ photo: [{ file_id: 'none' }] }),
      'a picture without sizes': sends({ photo: [] }),
      'a place': sends({ location: { latitude: 1, longitude: 2 } }),
      'a card': sends({ contact: {} }),
      'a sticker': sends({ sticker: { file_id: 'x' } }),
      'a button we no longer know': updates({ callback_query: { id: '1', from: me, data: '#gone' } }),
    };
  },
  mishap({ api }, kind, times) {
    const kinds =
      kind === 'away'
        ? [
            { status: 500, description: 'Internal Server Error' },
            { status: 502, description: 'Bad Gateway' },
          ]
        : [
            { status: 429, description: 'Too Many Requests: retry after 1', retryAfter: 1 },
            { status: 429, description: 'Too Many Requests' },
          ];
    api.mishaps.splice(0, Infinity, ...Array.from({ length: times }, (_, at) => kinds[at % kinds.length] ?? 'cut'));
  },
  codes: { away: ['http-500', 'http-502'], throttled: ['http-429'] },
  typed: ({ api }) => api.typed.length,
});
