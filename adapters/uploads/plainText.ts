import type { FileKind } from './kinds.ts';

const KIND: FileKind = { contentType: 'text/plain', endings: ['.txt'] };
/** Control characters that no text has. */
const BINARY = /(?![\t\n\f\r])\p{Cc}/u;
/** As much as tells markup from words. */
const HEAD = 1024;
/** XML, SVG and HTML, which a browser might run. */
const MARKUP = /^\s*<|<(?:!doctype|\?xml|svg|html|script)\b/i;

/** Whether a file is nothing but words in UTF-8, told while it is read. */
export class PlainText {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #head = '';
  #isText = true;
  #empty = true;

  add(bytes: Buffer): void {
    if (!this.#isText) return;
    this.#empty &&= bytes.length === 0;
    this.#read(bytes);
  }

  /** Null when it is anything else, or empty. Ends the reading. */
  kind(): FileKind | null {
    if (this.#isText) this.#read();
    return this.#isText && !this.#empty && !MARKUP.test(this.#head) ? KIND : null;
  }

  #read(bytes?: Buffer): void {
    try {
      const words = bytes === undefined ? this.#decoder.decode() : this.#decoder.decode(bytes, { stream: true });
      if (BINARY.test(words)) this.#isText = false;
      if (this.#head.length < HEAD) this.#head += words.slice(0, HEAD);
    } catch {
      this.#isText = false;
    }
  }
}
