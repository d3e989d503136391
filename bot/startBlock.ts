import { join } from 'node:path';
import type { Settings } from './settings.ts';

/** The address under which people reach it; `port` is the one really listened on. */
export function baseUrl(settings: Settings, port: number): string {
  const host = settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST;
  return settings.PUBLIC_URL?.replace(/\/$/, '') ?? `http://${host}:${port}`;
}

/** What start prints: where everything is. Names where keys are, never a key; a first account's password this once. */
export function startBlock(
  settings: Settings,
  port: number,
  supervisor: { readonly login: string; readonly password: string } | null,
): string {
  const base = baseUrl(settings, port);
  const key =
    settings.OPERATOR_API_KEY === undefined
      ? `operatorApiKey in ${join(settings.DATA_DIR, 'keys.json')}`
      : 'OPERATOR_API_KEY';
  const conversations = settings.REDIS_URL === undefined ? 'SQLite' : 'Redis';
  const ledger = settings.DATABASE_URL === undefined ? 'SQLite' : 'PostgreSQL';
  return `
  首问 Shouwen is ready

  Chat page      ${base}/
  Console        ${base}/desk/    ${
    supervisor === null
      ? 'sign in with your account'
      : `sign in as ${supervisor.login}, password ${supervisor.password}    (shown this once, to be changed there)`
  }
  Embed it       <script src="${base}/widget.js" async></script>
  Operator API   ${base}/api/cases    described in ${base}/openapi.json, key: ${key}
  Bot Framework  ${base}/api/messages
  Direct Line    ${base}/v3/directline
  Health         ${base}/healthz  ${base}/readyz  ${base}/metrics
  Stores         conversations in ${conversations}, ledger in ${ledger}, data in ${settings.DATA_DIR}

  Ctrl-C stops it.

`;
}
