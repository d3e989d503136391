import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const APP_ID = '11111111-2222-3333-4444-555555555555';
export const ISSUER = 'https://api.botframework.com';

export interface TokenWish {
  readonly issuer?: string;
  readonly audience?: string;
  readonly serviceUrl?: string;
  readonly kid?: string;
  readonly expiresIn?: number;
  readonly claims?: Record<string, unknown>;
}

/** An OpenID key server like Microsoft's, with one key endorsed for `msteams` and one without endorsements. */
export async function openKeyServer() {
  const endorsed = await generateKeyPair('RS256', { extractable: true });
  const plain = await generateKeyPair('RS256', { extractable: true });
  const stranger = await generateKeyPair('RS256', { extractable: true });
  const keys = [
    { ...(await exportJWK(endorsed.publicKey)), kid: 'endorsed', use: 'sig', endorsements: ['msteams', 'webchat'] },
    { ...(await exportJWK(plain.publicKey)), kid: 'plain', use: 'sig' },
  ];
  const server = createServer((req, res) => {
    const base = `http://127.0.0.1:${port}`;
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify(req.url === '/keys' ? { keys } : { issuer: ISSUER, jwks_uri: `${base}/keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const sign = (key: Parameters<SignJWT['sign']>[0], wish: TokenWish): Promise<string> =>
    new SignJWT({ serviceurl: wish.serviceUrl, ...wish.claims })
      .setProtectedHeader({ alg: 'RS256', kid: wish.kid ?? 'endorsed' })
      .setIssuer(wish.issuer ?? ISSUER)
      .setAudience(wish.audience ?? APP_ID)
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.now() / 1000) + (wish.expiresIn ?? 3600))
      .sign(key);

  return {
    url: `http://127.0.0.1:${port}/openid`,
    token: (wish: TokenWish) => sign(wish.kid === 'plain' ? plain.privateKey : endorsed.privateKey, wish),
    forged: (wish: TokenWish) => sign(stranger.privateKey, wish),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
