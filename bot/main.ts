import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { createAzureBot, registrationOf } from '../adapters/channels/azure/bot.ts';
import { createAzureDelivery } from '../adapters/channels/azure/delivery.ts';
import { registerMessages } from '../adapters/channels/azure/messages.ts';
import { registerDirectLine } from '../adapters/channels/directline/register.ts';
import { openMessaging } from '../adapters/channels/messaging/open.ts';
import { isMessaging } from '../adapters/channels/messaging/port.ts';
import { DESK_SECURITY } from '../adapters/desk/auth/deskOperation.ts';
import { oidcSettings } from '../adapters/desk/auth/oidc.ts';
import { firstSupervisor } from '../adapters/desk/firstSupervisor.ts';
import { openDesk } from '../adapters/desk/openDesk.ts';
import { registerHealth } from '../adapters/http/health.ts';
import { listening } from '../adapters/http/listening.ts';
import { httpMetrics } from '../adapters/http/metrics.ts';
import { openApi, registerOpenApi } from '../adapters/http/openapi.ts';
import { registerPages } from '../adapters/http/pages.ts';
import { createHttpServer } from '../adapters/http/server.ts';
import { readKeys } from '../adapters/keys/keyFile.ts';
import { createHub } from '../adapters/live/hub.ts';
import { OPERATOR_SECURITY, registerOperator } from '../adapters/operator/register.ts';
import { configuration, toldFaults } from '../adapters/settings/configuration.ts';
import { exitCodeOf, SettingsFaulty } from '../adapters/settings/exitCode.ts';
import { openStores, sealerOf } from '../adapters/stores.ts';
import { createUploads } from '../adapters/uploads/store.ts';
import { WebhookSender } from '../adapters/webhooks/sender.ts';
import { conversationTranscript } from '../adapters/webhooks/transcript.ts';
import type { Manual } from '../domain/manual/schema.ts';
import { loadModel } from '../nlu/model/load.ts';
import { createUnderstand } from '../nlu/understand.ts';
import { warmed } from '../nlu/warmed.ts';
import { INTERNAL_CHANNEL, WEB_CHANNEL } from './activity.ts';
import { watchWorker } from './clockwork.ts';
import type { Intake } from './intake.ts';
import type { Settings } from './settings.ts';
import { createRespond } from './shouwenBot.ts';
import { startBlock } from './startBlock.ts';
import { Ticker } from './timers.ts';
import { Worker } from './worker.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DRAIN_MS = 8000;
/** What was sent on a channel is known for so long, and not sent again. */
const CHANNEL_NOTES_MS = 7 * 24 * 3600 * 1000;

async function start(settings: Settings, manual: Manual): Promise<() => Promise<void>> {
  const log = pino({ level: settings.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  mkdirSync(settings.DATA_DIR, { recursive: true, mode: 0o700 });
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

  const azure = createAzureBot(registrationOf(settings));
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
  // marked as pushed before its first message, so that a crash after a commit leaves no reply unsent
  const pushed: Intake = async (conversation, inbound, shown) => {
    await conversations.markDelivered(conversation, 0);
    return intake(conversation, inbound, shown);
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
      await uploads.expire(at - manual.retention.conversationDays * 86_400_000);
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
    oidc: oidcSettings(settings),
    channels: {
      capsOf: (channel) => messaging.accounts.find((account) => account.channel === channel)?.caps ?? null,
      window: (conversation, at) => ledger.channelStore.window(conversation, at),
      typing: (conversation) => messaging.typing(conversation),
    },
  });
  const messaging = await openMessaging({
    ...{ settings, server, ledger, uploads, log, now },
    intake: pushed,
    store: ledger.channelStore,
  });
  registerMessages(server, { bot: azure, intake: pushed, log, now });
  const operations = registerOperator(server, { ledger, manual, zone, apiKey, now });
  registerOpenApi(server, openApi([...operations, ...desk.operations], { ...OPERATOR_SECURITY, ...DESK_SECURITY }));
  await registerPages(server, join(ROOT, 'dist/web'));

  const address = await listening(server, settings.PORT, settings.HOST);
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

async function main(): Promise<void> {
  const read = configuration(process.env);
  if (read.kind === 'faulty') throw new SettingsFaulty(toldFaults(read.faults));
  const stop = await start(read.settings, read.manual);
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
  process.exit(exitCodeOf(error));
});
