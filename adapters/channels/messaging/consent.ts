const STOP = /^\/?(?:stop|unsubscribe|stopall|退订|退訂|td)[.。!！]?$/iu;

/** Whether a customer asks not to be written to any more. */
export function asksToStop(text: string): boolean {
  return STOP.test(text.normalize('NFKC').trim());
}
