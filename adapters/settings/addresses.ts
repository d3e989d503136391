import type { Settings } from '../../bot/settings.ts';
import { shownSetting } from '../../bot/shownSetting.ts';
import { parseRedisUrl, RedisUrlInvalid } from '../conversations/redis/url.ts';

const REDIS = 'redis://host:6379, several nodes with commas, or redis+sentinel://host:26379/master-name';
const DATABASE = 'postgres://user:password@host:5432/database';

export function redisFaults({ REDIS_URL: url }: Pick<Settings, 'REDIS_URL'>): string[] {
  if (url === undefined) return [];
  try {
    parseRedisUrl(url);
    return [];
  } catch (error) {
    if (!(error instanceof RedisUrlInvalid)) throw error;
    return [`REDIS_URL: found ${shownSetting('REDIS_URL', url)}, ${error.message}; allowed: ${REDIS}`];
  }
}

/** A socket's folder may stand for the host: `postgres:///database?host=/run/postgresql`. */
export function databaseFaults({ DATABASE_URL: url }: Pick<Settings, 'DATABASE_URL'>): string[] {
  if (url === undefined || isDatabase(url)) return [];
  return [`DATABASE_URL: found ${shownSetting('DATABASE_URL', url)}; allowed: ${DATABASE}`];
}

function isDatabase(url: string): boolean {
  if (/\s/.test(url) || !URL.canParse(url)) return false;
  const { hostname, searchParams } = new URL(url);
  return hostname !== '' || searchParams.has('host');
}
