import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['0', '1']).transform((value) => value === '1');
const secret = z.string().min(16, 'at least 16 characters').max(200);
const zone = z.string().refine((name) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}, 'an IANA time zone such as Asia/Shanghai');
const url = (schemes: readonly string[]) =>
  z
    .string()
    .max(2000)
    .refine(
      (text) => schemes.some((scheme) => text.startsWith(`${scheme}://`)),
      `an address beginning with ${schemes.map((s) => `${s}://`).join(' or ')}`,
    );

/** Every setting with its default and meaning: the one list that code, `deployment/env.example` and the README are made from. */
const shape = {
  PORT: port.default(3978).describe('Port it listens on; 0 picks a free one'),
  HOST: z.string().min(1).max(255).default('127.0.0.1').describe('Address it listens on'),
  DATA_DIR: z
    .string()
    .min(1)
    .max(1000)
    .default('./data')
    .describe('Embedded stores, keys made on first start, uploads'),
  REDIS_URL: url(['redis', 'rediss', 'redis+sentinel', 'rediss+sentinel'])
    .optional()
    .describe(
      'Conversation state, turn queues, live push; comma-separated nodes are a cluster, redis+sentinel://host:port,…/name is Sentinel. Default: SQLite in DATA_DIR',
    ),
  DATABASE_URL: url(['postgres', 'postgresql'])
    .optional()
    .describe('The ledger on PostgreSQL. Default: SQLite in DATA_DIR'),
  MANUAL_FILE: z.string().max(1000).optional().describe("The operator's manual. Default: the shipped one"),
  MicrosoftAppId: z
    .string()
    .max(100)
    .optional()
    .describe('Azure Bot Service; without an id /api/messages answers on loopback only'),
  MicrosoftAppPassword: z.string().max(500).optional().describe('Secret of the app id'),
  MicrosoftAppType: z
    .enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI'])
    .optional()
    .describe('Kind of the app id'),
  MicrosoftAppTenantId: z.string().max(100).optional().describe('Tenant of the app id'),
  DIRECT_LINE_SECRET: secret.optional().describe('The Direct Line secret. Default: made on first start'),
  OPERATOR_API_KEY: secret.optional().describe('Bearer key for /api. Default: made on first start'),
  DATA_KEYS: z
    .string()
    .max(2000)
    .optional()
    .describe(
      'Keys that seal personal data, id:base64 of 32 bytes, comma-separated, the first one seals. Default: made on first start',
    ),
  INDEX_KEY: z
    .string()
    .max(100)
    .optional()
    .describe('Key of the phone index, base64 of 32 bytes. Default: made on first start'),
  CHANNELS_FILE: z
    .string()
    .max(1000)
    .optional()
    .describe('Accounts of the messaging channels. Default: channels.yaml in DATA_DIR, if it is there'),
  WEBHOOK_PRIVATE_HOSTS: z
    .string()
    .max(2000)
    .default('')
    .transform((hosts) =>
      hosts
        .toLowerCase()
        .split(',')
        .map((host) => host.trim())
        .filter((host) => host !== ''),
    )
    .describe('Hosts of webhooks that may resolve to private addresses, comma-separated'),
  OIDC_ISSUER: url(['https', 'http'])
    .optional()
    .describe("The operator's identity provider: staff sign in there; needs the next two as well"),
  OIDC_CLIENT_ID: z.string().max(300).optional().describe('Our name at the identity provider'),
  OIDC_CLIENT_SECRET: z.string().max(500).optional().describe('Our secret at the identity provider'),
  OIDC_LOGIN_CLAIM: z
    .string()
    .max(100)
    .default('preferred_username')
    .describe('The claim that names the account of a member of staff'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least serious entries that are logged'),
  PUBLIC_URL: url(['http', 'https'])
    .optional()
    .describe('Address under which customers reach it, for stream and file addresses'),
  TZ_OPERATOR: zone.default('Asia/Shanghai').describe('Zone of working days, opening hours and all dates told'),
  ALLOW_UNSAFE_REDIS: flag.default(false).describe('1 accepts a Redis that can lose acknowledged work'),
} as const;

const schema = z.object(shape).superRefine((given, context) => {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = given;
  const set = [OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET].filter((value) => value !== undefined).length;
  if (set !== 0 && set !== 3) {
    context.addIssue({
      code: 'custom',
      path: ['OIDC_ISSUER'],
      message: 'needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET too',
    });
  }
});
export type Settings = Readonly<z.infer<typeof schema>>;
export const SETTINGS_SHAPE = shape;

/** Reads the environment once; all faults together, each naming its variable. Empty variables count as absent. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
): { kind: 'settings'; settings: Settings } | { kind: 'faulty'; faults: string[] } {
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name in shape && value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return { kind: 'settings', settings: Object.freeze(parsed.data) };
  return { kind: 'faulty', faults: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
}
