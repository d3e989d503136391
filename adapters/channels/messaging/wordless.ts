/** What stands in the log for a file that has no words with it. Signs, not words: they show no language to answer in. */
export const WORDLESS = {
  image: '📷',
  voice: '🎤',
  video: '🎬',
  file: '📄',
  place: '📍',
  contact: '👤',
  other: '❔',
} as const;
