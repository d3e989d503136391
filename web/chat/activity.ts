/** What Direct Line carries between the page and the bot, read with suspicion: anything malformed is left out. */

export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof languages)[number];

export interface Row {
  readonly label: string;
  readonly value: string;
}

export interface Slot {
  readonly label: string;
  /** What choosing it says: the whole label, day included. */
  readonly value: string;
  readonly left: number;
}

export interface Day {
  readonly label: string;
  readonly slots: readonly Slot[];
}

export type Card =
  | { readonly kind: 'case'; readonly number: string; readonly title: string; readonly rows: readonly Row[] }
  | { readonly kind: 'slots'; readonly days: readonly Day[] };

export interface Choice {
  readonly title: string;
  readonly value: string;
}

export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly url: string | undefined;
}

export interface Activity {
  readonly type: string;
  readonly id: string;
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number;
  /** Place in the conversation's log; undefined when the server gives none. */
  readonly position: number | undefined;
  readonly speaker: { readonly role: 'customer' | 'agent' | 'bot'; readonly id: string; readonly name: string };
  /** The bot's name for what it says, such as `askRating`; empty for others. */
  readonly said: string;
  readonly text: string;
  readonly language: Language | undefined;
  readonly choices: readonly Choice[];
  readonly attachments: readonly Attachment[];
  readonly card: Card | undefined;
  /** The id the page gave it when it was written; equal in every repeat. */
  readonly clientActivityID: string | undefined;
  /** Of an event: which, and what it carries, unread. */
  readonly name: string;
  readonly value: unknown;
}

export interface Frame {
  readonly activities: readonly Activity[];
  /** Absent on frames that are not part of the log, such as typing. */
  readonly watermark: string | undefined;
}

export function readFrame(value: unknown): Frame {
  const watermark = get(value, 'watermark');
  return {
    activities: list(get(value, 'activities')).flatMap(readActivity),
    watermark: typeof watermark === 'string' ? watermark : undefined,
  };
}

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** A field of something from outside, or undefined when there is no such thing. */
export function get(value: unknown, ...path: readonly string[]): unknown {
  let at = value;
  for (const key of path) at = isRecord(at) ? at[key] : undefined;
  return at;
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function readActivity(value: unknown): Activity[] {
  const type = text(get(value, 'type'));
  if (type === '') return [];
  const language = get(value, 'locale');
  const position = get(value, 'channelData', 'webchat:sequence-id');
  const clientActivityID = get(value, 'channelData', 'clientActivityID');
  return [
    {
      type,
      id: text(get(value, 'id')),
      at: Date.parse(text(get(value, 'timestamp'))) || Date.now(),
      position: typeof position === 'number' ? position : undefined,
      ...readSpeaker(value),
      text: text(get(value, 'text')),
      language: isLanguage(language) ? language : undefined,
      choices: list(get(value, 'suggestedActions', 'actions')).flatMap(readChoice),
      attachments: list(get(value, 'attachments')).map(readAttachment),
      card: readCard(get(value, 'channelData', 'shouwen', 'card')),
      clientActivityID: typeof clientActivityID === 'string' ? clientActivityID : undefined,
      name: text(get(value, 'name')),
      value: get(value, 'value'),
    },
  ];
}

/** What a customer writes beside their words makes neither a bot nor an agent of them. */
function readSpeaker(value: unknown): Pick<Activity, 'speaker' | 'said'> {
  const id = text(get(value, 'from', 'id'));
  const name = text(get(value, 'from', 'name'));
  if (get(value, 'from', 'role') === 'user') return { speaker: { role: 'customer', id, name }, said: '' };
  const said = text(get(value, 'channelData', 'shouwen', 'name'));
  return { speaker: { role: said === 'agentMessage' ? 'agent' : 'bot', id, name }, said };
}

function readChoice(value: unknown): Choice[] {
  const title = text(get(value, 'title'));
  return title === '' ? [] : [{ title, value: text(get(value, 'value')) || title }];
}

function readAttachment(value: unknown): Attachment {
  const url = get(value, 'contentUrl');
  return {
    name: text(get(value, 'name')),
    contentType: text(get(value, 'contentType')),
    url: typeof url === 'string' ? url : undefined,
  };
}

function readCard(value: unknown): Card | undefined {
  switch (get(value, 'kind')) {
    case 'case':
      return {
        kind: 'case',
        number: text(get(value, 'number')),
        title: text(get(value, 'title')),
        rows: list(get(value, 'rows')).map((row) => ({
          label: text(get(row, 'label')),
          value: text(get(row, 'value')),
        })),
      };
    case 'slots':
      return {
        kind: 'slots',
        days: list(get(value, 'days')).map((day) => ({
          label: text(get(day, 'label')),
          slots: list(get(day, 'slots')).map(readSlot),
        })),
      };
    default:
      return undefined;
  }
}

function readSlot(value: unknown): Slot {
  const left = get(value, 'left');
  const label = text(get(value, 'label'));
  return { label, value: text(get(value, 'value')) || label, left: typeof left === 'number' ? left : 0 };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
