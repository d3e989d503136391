import type { Texts } from '../texts.ts';

/** English. */
export const en: Texts = {
  title: 'Shouwen · Customer service',
  operator: '首问 Shouwen',
  languageLabel: 'Language',
  transcript: 'Conversation',
  you: 'You',
  says: (speaker) => `${speaker}: `,
  connecting: 'Connecting…',
  offline: 'You are offline. Your messages will be sent when you are back.',
  writes: (name) => `${name} is typing…`,
  agent: 'Customer service',
  endTalk: 'End chat',
  endTalkSure: 'End the chat with our colleague? The bot will go on from there.',
  endTalkYes: 'End it',
  endTalkNo: 'Keep talking',
  seeking: 'Finding a colleague for you',
  place: (ahead, wait) =>
    (ahead === 0 ? 'You are next' : ahead === 1 ? '1 person ahead of you' : `${ahead} people ahead of you`) +
    waits(wait),
  waited: (minutes) => `${minutes} min so far`,
  leave: 'Back to the bot',
  callback: 'Call me back instead',
  delivered: 'Delivered',
  read: 'Read',
  scale: 'Choose a score',
  unlikely: 'Not at all likely',
  likely: 'Very likely',
  sending: 'Sending…',
  tryAgain: 'Try again',
  discard: 'Delete',
  notSent: {
    tooLarge: 'Not sent: too large',
    refused: 'Not sent: it was not accepted',
    serverTrouble: 'Not sent',
    fileLost: 'Not sent: please choose the file again',
  },
  replies: 'Quick replies',
  person: 'Talk to a person',
  personWords: 'Talk to a person',
  message: 'Message',
  placeholder: 'How can we help?',
  send: 'Send',
  attach: 'Add a picture or file',
  dropHere: 'Drop to add the file',
  removeFile: (name) => `Remove ${name}`,
  wrongType: 'Only pictures (PNG, JPEG, GIF, WebP) and PDF files can be sent.',
  tooLarge: 'A file can have 5 MB at most.',
  tooMany: 'Four files at a time at most.',
  left: (count) => `${count} characters left`,
  tooLong: (over) => `${over} characters too many: please send it in parts`,
  newest: 'Go to the newest message',
  unread: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  copy: 'Copy number',
  copied: 'Copied',
  day: 'Choose a day',
  slot: 'Choose a time',
  seats: (count) => `${count} left`,
  full: 'Full',
  noSlots: 'Nothing free on this day',
  picture: (name) => `Picture: ${name}`,
  today: 'Today',
  yesterday: 'Yesterday',
  newTab: 'opens in a new window',
};

function waits(minutes: number | null | undefined): string {
  if (minutes === undefined) return '';
  if (minutes === null) return '; no colleague is free right now, so the wait is hard to tell';
  return minutes === 1 ? ', about 1 minute' : `, about ${minutes} minutes`;
}
