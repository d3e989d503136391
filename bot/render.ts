import type { Language, Names } from '../domain/ids.ts';
import { phrase } from '../locales/index.ts';
import type { Card, Choice, MadeFile, Say } from '../locales/messages.ts';
import { type BotActivity, MADE_FILE } from './activity.ts';
import { type OutageSays, outageWords } from './outages/words.ts';
import type { AgentSays, HandoffInitiated, HandoffRead, HandoffStatus, Reply } from './replies.ts';

/** The bot as sender of its replies. */
export const BOT_ACCOUNT = { id: 'shouwen', name: '首问 Shouwen', role: 'bot' } as const;

/** Replies as Bot Framework activities in one language: words, quick replies, cards (with all facts also in the words). */
export function render(says: readonly Reply[], language: Language, zone: string): BotActivity[] {
  return says.map((reply) => {
    switch (reply.name) {
      case 'agentMessage':
        return renderAgent(reply);
      case 'handoff.status':
      case 'handoff.initiate':
      case 'handoff.read':
        return renderEvent(reply);
      case 'outageOpened':
      case 'outageExpected':
      case 'outageEnded':
      case 'outageSuspected':
        return renderText(reply, outageWords(reply, language, zone), language);
      default:
        return renderText(reply, phrase(reply, language, zone), language);
    }
  });
}

function renderText(reply: Say | OutageSays, text: string, language: Language): BotActivity {
  const card = 'card' in reply && reply.card ? renderCard(reply.card, language) : undefined;
  return {
    type: 'message',
    from: BOT_ACCOUNT,
    text,
    textFormat: 'plain',
    locale: language,
    ...('file' in reply && reply.file ? { attachments: [madeFile(reply.file)] } : {}),
    ...(reply.choices && reply.choices.length > 0
      ? { suggestedActions: { actions: actions(reply.choices, language) } }
      : {}),
    channelData: { shouwen: { name: reply.name, ...(card ? { card } : {}) } },
  };
}

/** Kept in the log and nowhere else; the channel gives it an address of its own. */
function madeFile({ name, contentType, content }: MadeFile) {
  return { contentType, name, contentUrl: MADE_FILE, content };
}

/** An agent's words stand as written, from the agent. */
function renderAgent({ name, agent, handoff, clientId, text, files }: AgentSays): BotActivity {
  return {
    type: 'message',
    from: { id: agent.id, name: agent.name, role: 'bot' },
    text,
    textFormat: 'plain',
    ...(files.length > 0 ? { attachments: files } : {}),
    channelData: { shouwen: { name, agent, clientId, handoff } },
  };
}

/** For the page and for channels that know the hand-off protocol of Bot Framework; others show nothing of it. */
function renderEvent({ name, value }: HandoffStatus | HandoffInitiated | HandoffRead): BotActivity {
  return { type: 'event', from: BOT_ACCOUNT, name, value };
}

function actions(choices: readonly Choice[], language: Language) {
  return choices.map(({ label }) => ({ type: 'imBack' as const, title: label[language], value: label[language] }));
}

function renderCard(card: Card, language: Language) {
  const of = (value: Names | string) => (typeof value === 'string' ? value : value[language]);
  if (card.kind === 'case') {
    const rows = card.rows.map((row) => ({ label: of(row.label), value: of(row.value) }));
    return { kind: card.kind, number: card.number, title: of(card.title), rows };
  }
  const days = card.days.map((day) => ({
    label: of(day.label),
    // a chosen slot is sent as its full label, which the bot reads back
    slots: day.slots.map((slot) => ({
      label: of(slot.label).split(' ').at(-1) ?? of(slot.label),
      value: of(slot.label),
      left: slot.left,
    })),
  }));
  return { kind: card.kind, days };
}
