// What is used of a library whose own types need packages that are not there.

declare module 'telegram-test-api' {
  interface Sent {
    readonly message: {
      readonly chat_id: number | string;
      readonly text: string;
      readonly reply_markup?: { readonly inline_keyboard?: readonly (readonly object[])[] };
    };
  }
  interface Client {
    makeMessage(text: string, options?: object): object;
    makeCallbackQuery(data: string, options?: object): object;
    makeCommand(text: string, options?: object): object;
    sendMessage(message: object): Promise<unknown>;
    sendCommand(message: object): Promise<unknown>;
    sendCallback(query: object): Promise<unknown>;
  }
  class TelegramServer {
    readonly config: { readonly apiURL: string };
    readonly storage: { readonly botMessages: readonly Sent[] };
    updateId: number;
    readonly webhooks: Readonly<Record<string, { readonly url: string; readonly secret_token?: string }>>;
    constructor(config: { port: number; host: string });
    static formatUpdate(update: object): object;
    getClient(token: string, options: object): Client;
    addUserUpdate(update: object): Promise<void>;
    start(): Promise<void>;
    stop(): Promise<boolean>;
  }
  export = TelegramServer;
}
