import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { createAzureBot } from '../adapters/channels/azure/bot.ts';
import { createAzureDelivery } from '../adapters/channels/azure/delivery.ts';
import { registerMessages } from '../adapters/channels/azure/messages.ts';
import { registerDirectLine } from '../adapters/channels/directline/register.ts';
import { openMessaging } from '../adapters/channels/messaging/open.ts';
import { CHANNEL_NAMES } from '../adapters/channels/messaging/port.ts';
import { ChannelFaulty } from '../adapters/channels/messaging/start.ts';
import { DESK_SECURITY } from '../adapters/desk/auth/deskOperation.ts';
import { firstSupervisor } from '../adapters/desk/firstSupervisor.ts';
import { openDesk } from '../adapters/desk/openDesk.ts';
import { registerHealth } from '../adapters/http/health.ts';
import { httpMetrics } from '../adapters/http/metrics.ts';
import { openApi, registerOpenApi } from '../adapters/http/openapi.ts';
import { registerPages } from '../adapters/http/pages.ts';
import { createHttpServer } from '../adapters/http/server.ts';
import { readKeys } from '../adapters/keys/keyFile.ts';
import { createHub } from '../adapters/live/hub.ts';
import { OPERATOR_SECURITY, registerOperator } from '../adapters/operator/register.ts';
import { openStores, sealerOf } from '../adapters/stores.ts';
import { createUploads } from '../adapters/uploads/store.ts';
import { WebhookSender } from '../adapters/webhooks/sender.ts';
import { conversationTranscript } from '../adapters/webhooks/transcript.ts';
import { parseManual } from '../domain/manual/load.ts';
import type { Manual } from '../domain/manual/schema.ts';
import type { Understand } from '../nlu/heard.ts';
import { loadModel } from '../nlu/model/load.ts';
import { createUnderstand } from '../nlu/understand.ts';
import { INTERNAL_CHANNEL, WEB_CHANNEL } from './activity.ts';
import { watchWorker } from './clockwork.ts';
import type { Intake } from './intake.ts';
import { readSettings, type Settings } from './settings.ts';
import { createRespond } from './shouwenBot.ts';
import { startBlock } from './startBlock.ts';
import { Ticker } from './timers.ts';
import { Worker } from './worker.ts';

/** A reason not to start, told to the operator as it is; exit 2. */
class CannotStart extends Error {}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DRAIN_MS = 8000;
/** What was sent on a channel is known for so long, and not sent again. */
const CHANNEL_NOTES_MS = 7 * 24 * 3600 * 1000;

async function start(settings: Settings): Promise<() => Promise<void>> {
  const log = pino({ level: settings.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const manual = readManual(settings.MANUAL_FILE ?? join(ROOT, 'domain/manual/telecom.yaml'));
  mkdirSync(settings.DATA_DIR, { recursive: true, mode: 0o700 });
  if (lostKeys(settings)) {
    throw new CannotStart(
      `${join(settings.DATA_DIR, 'keys.json')} is missing beside data that were sealed with it: restore it`,
    );
  }
  const keys = readKeys(settings.DATA_DIR);
  const secret = settings.DIRECT_LINE_SECRET ?? keys.directLineSecret;
  const apiKey = settings.OPERATOR_API_KEY ?? keys.operatorApiKey;
  const zone = settings.TZ_OPERATOR;
  const now = Date.now;
  const failed = (error: unknown) =>
    log.warn({ error: error instanceof Error ? error.name : typeof error }, 'a store failed in the background');

  const hub = createHub();
  const { conversations, ledger } = await openStores(settings, manual, keys, {
    onAppended: (conversation, entries) => hub.publish(conversation, entries),
    onRemote: (conversation, end) => hub.remote(conversation, end),
    onReconnected: () => hub.reread(),
    onError: failed,
  });

  const { MicrosoftAppId: appId } = settings;
  const azure = createAzureBot(
    appId === undefined
      ? null
      : {
          appId,
          password: settings.MicrosoftAppPassword ?? null,
          type: settings.MicrosoftAppType ?? null,
          tenantId: settings.MicrosoftAppTenantId ?? null,
        },
  );
  const azureDelivery = createAzureDelivery(azure, log);
  const watched = watchWorker(registry, log);
  const events: typeof watched = {
    ...watched,
    answered(conversation, message, result, ...rest) {
      watched.answered(conversation, message, result, ...rest);
      desk.answered(result.state);
      if (rest[0] === 0) messaging.silent(conversation);
    },
  };
  const worker = new Worker({
    conversations,
    respond: createRespond({
      manual,
      ledger,
      understand: warmed(createUnderstand(loadModel()), zone),
      zone,
      learningFailed: failed,
    }),
    // the web chat fetches its replies; messaging channels and every other Bot Framework channel are pushed to
    deliveryFor(channelId) {
      if (channelId === undefined || channelId === WEB_CHANNEL || channelId === INTERNAL_CHANNEL) return undefined;
      return isMessaging(channelId) ? messaging.delivery : azureDelivery;
    },
    events,
    zone,
    healthy: () => ledger.ping(),
  });
  const intake: Intake = async (conversation, inbound, shown) => {
    const accepted = await conversations.accept(conversation, inbound, shown);
    if (accepted.kind !== 'full') worker.poke(conversation);
    return accepted;
  };
  const ticker = new Ticker({
    ledger,
    intake,
    now,
    clock: (timer) => {
      events.clock(timer.kind);
      log.warn({ case: timer.subject, clock: timer.detail, kind: timer.kind }, 'a clock of a case is due');
    },
    failed,
    utteranceDays: manual.retention.utteranceDays,
    async swept(at) {
      await ledger.channelStore.expire(at - CHANNEL_NOTES_MS);
      await ledger.webhooks.expire(at);
    },
  });

  const webhooks = new WebhookSender({
    ...{ log, now, failed },
    webhooks: ledger.webhooks,
    transcript: conversationTranscript({ conversations, zone, now }),
    privateHosts: settings.WEBHOOK_PRIVATE_HOSTS,
  });

  const server = createHttpServer({ log, measure: httpMetrics(registry) });
  registerHealth(server, {
    checks: { conversations: () => conversations.ping(), ledger: () => ledger.ping() },
    registry,
  });
  const sealer = sealerOf(settings, keys);
  const uploads = createUploads({ folder: join(settings.DATA_DIR, 'uploads'), secret, sealer, now });
  registerDirectLine(server, {
    conversations,
    intake,
    hub,
    secret,
    uploads,
    publicUrl: settings.PUBLIC_URL ?? null,
    log,
    typing: (conversation) => desk.typing(conversation),
    now,
  });
  const desk = openDesk({
    ...{ server, ledger, conversations, intake, uploads, hub, manual, zone, log, now, failed },
    publicUrl: settings.PUBLIC_URL ?? null,
    redisUrl: settings.REDIS_URL ?? null,
    oidc: oidcOf(settings),
    channels: {
      capsOf: (channel) => messaging.accounts.find((account) => account.channel === channel)?.caps ?? null,
      window: (conversation, at) => ledger.channelStore.window(conversation, at),
    },
  });
  const messaging = await openMessaging({
    ...{ settings, server, conversations, intake, ledger, uploads, log, now },
    store: ledger.channelStore,
  }).catch((error: unknown) => {
    throw error instanceof ChannelFaulty ? new CannotStart(error.message) : error;
  });
  // marked as pushed before its first message, so that a crash after a commit leaves no reply unsent
  const pushed: Intake = async (conversation, inbound, shown) => {
    await conversations.markDelivered(conversation, 0);
    return intake(conversation, inbound, shown);
  };
  registerMessages(server, { bot: azure, intake: pushed, log, now });
  const operations = registerOperator(server, {
    ledger,
    manual,
    zone,
    apiKey,
    now,
  });
  registerOpenApi(server, openApi([...operations, ...desk.operations], { ...OPERATOR_SECURITY, ...DESK_SECURITY }));
  await registerPages(server, join(ROOT, 'dist/web'));

  const address = await server.listen(settings.PORT, settings.HOST);
  worker.start();
  ticker.start();
  desk.start();
  webhooks.start();
  const supervisor = await firstSupervisor(ledger, manual.handoff.agentLimit, now());
  process.stdout.write(startBlock(settings, address.port, supervisor));

  return async () => {
    // no new turns from now on: what is still accepted is durable and worked after the next start
    const worked = Promise.race([worker.stop(), sleep(DRAIN_MS - 2000, undefined, { ref: false })]);
    await Promise.all([
      ticker.stop(),
      webhooks.stop(),
      desk.stop(),
      messaging.stop(),
      server.close(DRAIN_MS / 2),
      worked,
    ]);
    await conversations.close();
    await ledger.close();
  };
}

function oidcOf(settings: Settings) {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return { issuer, clientId, clientSecret, loginClaim: settings.OIDC_LOGIN_CLAIM };
}

const MESSAGING: ReadonlySet<string> = new Set(CHANNEL_NAMES);
const isMessaging = (channelId: string): boolean => MESSAGING.has(channelId);

/** Data without their keys: new ones would make everything that was sealed unreadable. */
function lostKeys({ DATA_DIR, DATA_KEYS }: Settings): boolean {
  const has = (name: string) => existsSync(join(DATA_DIR, name));
  return DATA_KEYS === undefined && !has('keys.json') && (has('ledger.db') || has('conversations.db'));
}

/** Reads once what makes every part of the reading load and compile, so that no customer's turn waits for it. */
function warmed(understand: Understand, timeZone: string): Understand {
  const words = ['第三季度我要报修', 'the first Monday of next month', '明天下午三点，我姓陈，电话13800138000'];
  for (const text of words) understand(text, { language: 'zh-Hans', now: Date.now(), timeZone });
  return understand;
}

function readManual(path: string): Manual {
  if (!existsSync(path)) throw new CannotStart(`MANUAL_FILE: there is no file ${path}`);
  const read = parseManual(readFileSync(path, 'utf8'), path);
  if (read.kind === 'faulty') throw new CannotStart(read.faults.join('\n'));
  return read.manual;
}

async function main(): Promise<void> {
  const read = readSettings(process.env);
  if (read.kind === 'faulty')
    throw new CannotStart(['The settings have faults:', ...read.faults.map((f) => `  ${f}`)].join('\n'));
  const stop = await start(read.settings);
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    const late = setTimeout(() => process.exit(1), DRAIN_MS + 1500);
    stop().then(
      () => {
        clearTimeout(late);
        process.exit(0);
      },
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
