import { Converter } from 'opencc-js/cn2t';

/** Writes a text of the mainland as it is written in Taiwan, words included: for tests of both scripts on the same utterances. */
export const toTraditional: (text: string) => string = Converter({ from: 'cn', to: 'twp' });
