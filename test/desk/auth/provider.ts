import type { Server } from 'node:http';
import Provider from 'oidc-provider';

export const CLIENT_SECRET = 'a-client-secret-of-some-length';
const TTL = 60;

/** An OpenID provider of the loopback, with the login pages that `oidc-provider` ships for trying out. */
export function startProvider(
  server: Server,
  issuer: string,
  callback: string,
  account: () => Readonly<Record<string, string | boolean>>,
): void {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'shouwen',
        client_secret: CLIENT_SECRET,
        redirect_uris: [callback],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username'], email: ['email', 'email_verified'] },
    findAccount: async (_context: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...account() }),
    }),
    ttl: { Interaction: TTL, Session: TTL, Grant: TTL, AccessToken: TTL, IdToken: TTL, AuthorizationCode: TTL },
    pkce: { required: () => true },
    cookies: { keys: ['a key for a test'] },
  });
  server.on('request', provider.callback());
}

/** Goes where it is led, keeps cookies of the provider, and fills in its forms. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  /** Until an address of `end` comes up, which is returned and not called. */
  async follow(from: string, end: string): Promise<string> {
    let url = from;
    let form: URLSearchParams | null = null;
    for (let step = 0; step < 20; step++) {
      if (url.startsWith(end)) return url;
      const answer: Response = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(form === null ? {} : { method: 'POST', body: form }),
      });
      form = null;
      for (const each of answer.headers.getSetCookie()) {
        const [pair = ''] = each.split(';');
        const at = pair.indexOf('=');
        this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
      }
      const page = await answer.text();
      const location = answer.headers.get('location');
      if (location !== null) {
        url = new URL(location, url).href;
        continue;
      }
      const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
      if (action === undefined) throw new Error(`no way on from ${url}: ${answer.status} ${page.slice(0, 300)}`);
      url = new URL(action, url).href;
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
      form = new URLSearchParams({ prompt, login: 'anybody', password: 'anything' });
    }
    throw new Error('the provider leads nowhere');
  }
}
