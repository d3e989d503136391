// What is used of libraries that bring no types.

declare module 'wechat-crypto' {
  class WXBizMsgCrypt {
    constructor(token: string, encodingAESKey: string, id: string);
    getSignature(timestamp: string | number, nonce: string | number, encrypt: string): string;
    encrypt(text: string): string;
    decrypt(text: string): { readonly message: string; readonly id: string };
  }
  export = WXBizMsgCrypt;
}

declare module 'wechat' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Reply = ServerResponse & { reply(content: string): void };
  type Request = IncomingMessage & { readonly weixin: Readonly<Record<string, string>> };
  function wechat(
    config: { token: string; appid: string; encodingAESKey: string },
    handle: (req: Request, res: Reply, next: () => void) => void,
  ): (req: IncomingMessage, res: ServerResponse, next: () => void) => void;
  export = wechat;
}

declare module 'co-wechat-api' {
  class API {
    prefix: string;
    constructor(appid: string, secret: string);
    getAccessToken(): Promise<{ readonly accessToken: string }>;
    sendText(openid: string, text: string): Promise<unknown>;
    uploadMedia(content: Buffer, type: string, filename: string, mime: string): Promise<{ media_id: string }>;
    getMedia(id: string): Promise<Buffer>;
  }
  export = API;
}
