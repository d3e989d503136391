import { createSecretKey, hkdfSync } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { ConversationId, Instant } from '../../../domain/ids.ts';

/** Whose token it is. A token opens exactly one conversation. */
export interface Visitor {
  readonly conversation: ConversationId;
  /** `dl_…`; overwrites `from.id` of everything posted. */
  readonly user: string;
  /** Language wish given when the token was made. */
  readonly locale?: string;
}
export type Verified =
  | { readonly kind: 'valid'; readonly visitor: Visitor }
  | { readonly kind: 'expired' }
  | { readonly kind: 'invalid' };

/** Life of a token. Clients refresh every 15 minutes, whatever they are told. */
export const TOKEN_SECONDS = 1800;
/** Life of the token in a stream address, which only has to last until the socket is open. */
export const STREAM_TOKEN_SECONDS = 120;
/** How long after its end a token still brings its visitor back to the conversation, through `POST /chat/token` only. */
export const RETURN_SECONDS = 30 * 24 * 3600;

const ISSUER = 'shouwen';
const claimsSchema = z.object({
  conversation: z
    .string()
    .regex(/^[\w-]{8,80}$/)
    .transform((id) => id as ConversationId),
  user: z.string().min(1).max(120),
  locale: z.string().max(35).optional(),
});

export interface Tokens {
  issue(visitor: Visitor): Promise<string>;
  issueForStream(visitor: Visitor): Promise<string>;
  verify(token: string): Promise<Verified>;
  verifyForStream(token: string): Promise<Verified>;
  /** As `verify`, but takes tokens up to `RETURN_SECONDS` after their end. */
  verifyReturning(token: string): Promise<Verified>;
}

/** Signs and checks tokens with keys derived from the Direct Line secret: instances that share it know each other's. */
export function createTokens(secret: string, now: () => Instant): Tokens {
  // a KeyObject is imported once; bare bytes would be for every token
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'shouwen direct line tokens', 32)));

  const issue = (visitor: Visitor, audience: string, seconds: number): Promise<string> => {
    const issued = Math.floor(now() / 1000);
    return new SignJWT({ ...visitor })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setIssuedAt(issued)
      .setExpirationTime(issued + seconds)
      .sign(key);
  };

  const verify = async (token: string, audience: string, clockTolerance = 0): Promise<Verified> => {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience,
        clockTolerance,
        currentDate: new Date(now()),
        requiredClaims: ['exp'],
      });
      const { conversation, user, locale } = claimsSchema.parse(payload);
      return { kind: 'valid', visitor: { conversation, user, ...(locale === undefined ? {} : { locale }) } };
    } catch (error) {
      return { kind: error instanceof errors.JWTExpired ? 'expired' : 'invalid' };
    }
  };

  return {
    issue: (visitor) => issue(visitor, 'directline', TOKEN_SECONDS),
    issueForStream: (visitor) => issue(visitor, 'directline-stream', STREAM_TOKEN_SECONDS),
    verify: (token) => verify(token, 'directline'),
    verifyForStream: (token) => verify(token, 'directline-stream'),
    verifyReturning: (token) => verify(token, 'directline', RETURN_SECONDS),
  };
}
