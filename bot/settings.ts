import { z } from 'zod';
import { isHost, isWebUrl, isZone } from './settingChecks.ts';
import { missingBeside } from './settingPairs.ts';
import { shownSetting } from './shownSetting.ts';

/** The text of each check says what is allowed; what was found is told beside it. */
const PORTS = 'a whole number from 0 to 65535';
const port = z
  .string()
  .regex(/^\d{1,5}$/, PORTS)
  .transform(Number)
  .refine((value) => value <= 65_535, PORTS);
const text = (most: number) => z.string().max(most, `at most ${most} characters`);
const oneOf = <const T extends readonly string[]>(words: T) => z.enum(words, `one of ${words.join(', ')}`);
const flag = oneOf(['0', '1']).transform((value) => value === '1');
const SECRET = '16 to 200 characters';
const secret = z.string().min(16, SECRET).max(200, SECRET);
const base64Key = (what: string) => z.string().refine((value) => Buffer.from(value, 'base64').length === 32, what);
const zone = z.string().refine(isZone, 'an IANA time zone such as Asia/Shanghai');
const host = z.string().refine(isHost, 'an IP address such as 0.0.0.0 or ::, or a host name such as localhost');
/** `such` is shown where it is something else. */
const url = (schemes: readonly string[], such: string) =>
  text(2000).refine(
    (given) => schemes.some((scheme) => given.startsWith(`${scheme}://`)),
    `an address such as ${such}`,
  );
const webUrl = (such: string) =>
  text(2000).refine((given) => isWebUrl(given), `an address with a host and without blanks, such as ${such}`);

/** Every setting with its default and meaning: the one list that code, `deployment/env.example` and the README are made from. */
const shape = {
  PORT: port.default(3978).describe('Port it listens on; 0 picks a free one'),
  HOST: host.default('127.0.0.1').describe('Address it listens on'),
  DATA_DIR: text(1000).default('./data').describe('Embedded stores, keys made on first start, uploads'),
  REDIS_URL: url(
    ['redis', 'rediss', 'redis+sentinel', 'rediss+sentinel', 'redis+cluster', 'rediss+cluster'],
    'redis://localhost:6379',
  )
    .optional()
    .describe(
      'Conversation state, turn queues, live push; comma-separated nodes are a cluster, redis+sentinel://host:port,…/name is Sentinel. Default: SQLite in DATA_DIR',
    ),
  DATABASE_URL: url(['postgres', 'postgresql'], 'postgres://user:password@localhost:5432/shouwen')
    .optional()
    .describe('The ledger on PostgreSQL. Default: SQLite in DATA_DIR'),
  MANUAL_FILE: text(1000).optional().describe("The operator's manual. Default: the shipped one"),
  MicrosoftAppId: text(100)
    .optional()
    .describe('Azure Bot Service; without an id /api/messages answers on loopback only'),
  MicrosoftAppPassword: text(500).optional().describe('Secret of the app id'),
  MicrosoftAppType: oneOf(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']).optional().describe('Kind of the app id'),
  MicrosoftAppTenantId: text(100).optional().describe('Tenant of the app id'),
  DIRECT_LINE_SECRET: secret.optional().describe('The Direct Line secret. Default: made on first start'),
  OPERATOR_API_KEY: secret.optional().describe('Bearer key for /api. Default: made on first start'),
  DATA_KEYS: text(2000)
    .optional()
    .describe(
      'Keys that seal personal data, id:base64 of 32 bytes, comma-separated, the first one seals. Default: made on first start',
    ),
  INDEX_KEY: base64Key('base64 of 32 bytes')
    .optional()
    .describe('Key of the phone index, base64 of 32 bytes. Default: made on first start'),
  CHANNELS_FILE: text(1000)
    .optional()
    .describe('Accounts of the messaging channels. Default: channels.yaml in DATA_DIR, if it is there'),
  WEBHOOK_PRIVATE_HOSTS: text(2000)
    .default('')
    .transform((hosts) =>
      hosts
        .toLowerCase()
        .split(',')
        .map((host) => host.trim())
        .filter((host) => host !== ''),
    )
    .describe('Hosts of webhooks that may resolve to private addresses, comma-separated'),
  OIDC_ISSUER: webUrl('https://login.example')
    .optional()
    .describe("The operator's identity provider: staff sign in there; needs the next two as well"),
  OIDC_CLIENT_ID: text(300).optional().describe('Our name at the identity provider'),
  OIDC_CLIENT_SECRET: text(500).optional().describe('Our secret at the identity provider'),
  OIDC_LOGIN_CLAIM: text(100)
    .default('preferred_username')
    .describe('The claim that names the account of a member of staff'),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least serious entries that are logged'),
  PUBLIC_URL: webUrl('https://help.example')
    .optional()
    .describe('Address under which customers reach it, for stream and file addresses'),
  TZ_OPERATOR: zone.default('Asia/Shanghai').describe('Zone of working days, opening hours and all dates told'),
  ALLOW_UNSAFE_REDIS: flag.default(false).describe('1 accepts a Redis that can lose acknowledged work'),
} as const;

const schema = z.object(shape);
export type Settings = Readonly<z.infer<typeof schema>>;
export type SettingName = keyof typeof shape;
export const SETTINGS_SHAPE = shape;

export type SettingsRead =
  | { readonly kind: 'settings'; readonly settings: Settings }
  /** One line a fault, `NAME: found …; allowed: …`; the settings have defaults where a fault was. */
  | { readonly kind: 'faulty'; readonly faults: readonly string[]; readonly settings: Settings };

/** Reads the environment once; all faults together, each naming its variable. Empty variables count as absent. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): SettingsRead {
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name in shape && value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  const wrong = new Map((parsed.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));
  const sound = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)));
  const settings = Object.freeze(schema.parse(sound));
  const faults = [
    ...[...wrong].map(([name, allowed]) => `${name}: found ${shownSetting(name, given[name])}; allowed: ${allowed}`),
    ...missingBeside(settings, (name) => wrong.has(name)),
  ];
  return faults.length === 0 ? { kind: 'settings', settings } : { kind: 'faulty', faults, settings };
}
