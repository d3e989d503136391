import type { Activity } from 'botbuilder';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { AzureBot } from './bot.ts';
import { quietly } from './quiet.ts';

/** `unavailable`: the channel's keys cannot be had now, so nobody can tell. */
export type Authenticated = 'yes' | 'no' | 'unavailable';

const LIMIT_MS = 5000;

/**
 * Whether a channel sent this activity. Never throws: the SDK's errors are of many kinds, and only "no keys" is ours.
 * Without an app id everybody is let in; the caller has to be on this machine then.
 */
export async function authenticate(
  bot: AzureBot,
  activity: Pick<Activity, 'channelId' | 'serviceUrl'>,
  header: string,
): Promise<Authenticated> {
  if (bot.appId !== '' && !looksRight(header, activity, bot.issuer)) return 'no';
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Authenticated>((resolve) => {
    timer = setTimeout(() => resolve('unavailable'), LIMIT_MS);
  });
  // The SDK reads only these two fields of the activity.
  const asked = quietly(() => bot.authentication.authenticateRequest(activity as Activity, header)).then(
    () => 'yes' as const,
    kindOf,
  );
  try {
    return await Promise.race([asked, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** The caller's channelId and token choose a way through the SDK; only the channels' own is open. */
function looksRight(header: string, activity: Pick<Activity, 'channelId'>, issuer: string): boolean {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(header)?.[1];
  if (token === undefined || activity.channelId === 'AseChannel') return false;
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    return alg !== undefined && /^RS(256|384|512)$/.test(alg) && kid !== undefined && decodeJwt(token).iss === issuer;
  } catch {
    return false;
  }
}

function kindOf(error: unknown): Authenticated {
  if (!(error instanceof Error)) return 'no';
  const isOurs = 'statusCode' in error && error.statusCode === 500;
  const isNetwork = error.name === 'FetchError' || 'errno' in error;
  return isOurs || isNetwork ? 'unavailable' : 'no';
}
