import type { Intake } from '../../../bot/intake.ts';
import type { Instant } from '../../../domain/ids.ts';
import { type Answer, HttpError } from '../../http/answer.ts';
import { readJson } from '../../http/body.ts';
import { parseWith } from '../../http/json.ts';
import type { Log } from '../../http/log.ts';
import type { Call, HttpServer } from '../../http/server.ts';
import { authenticate } from './authenticate.ts';
import type { AzureBot } from './bot.ts';
import { type ChannelActivity, channelActivitySchema, received, withoutNulls } from './inbound.ts';
import { fromLoopback } from './loopback.ts';

export interface MessagesDeps {
  readonly bot: AzureBot;
  readonly intake: Intake;
  readonly log: Log;
  readonly now: () => Instant;
}

/**
 * `POST /api/messages`: the Bot Framework Activity protocol. Checked in this order, each before anything costs: content type,
 * size, form, where replies would go, who sends. 200 as soon as the activity is durable; replies go out later through
 * `createAzureDelivery`.
 */
export function registerMessages(server: HttpServer, deps: MessagesDeps): void {
  server.route('POST', '/api/messages', (call) => receive(deps, call));
}

async function receive(deps: MessagesDeps, call: Call): Promise<Answer> {
  const { bot } = deps;
  if (bot.appId === '' && !fromLoopback(call.req)) {
    throw new HttpError(403, 'Forbidden', 'Without an app id this address answers only on the machine itself.');
  }
  const activity = parseWith(channelActivitySchema, withoutNulls(await readJson(call.req)));
  if (!bot.mayPostTo(activity.serviceUrl)) {
    throw new HttpError(403, 'Forbidden', 'serviceUrl: replies are not posted to that address.');
  }
  await checkSender(bot, activity, call.req.headers.authorization ?? '');
  if (activity.type === 'invoke') return invoke(activity);
  const message = received(activity, deps.now());
  if (message === null) return { status: 200 };
  try {
    const accepted = await deps.intake(message.conversation, message.inbound, message.shown);
    if (accepted.kind !== 'full') return { status: 200 };
  } catch (error) {
    deps.log.warn({ error: error instanceof Error ? error.name : typeof error }, 'an activity was not taken');
  }
  throw new HttpError(503, 'ServiceUnavailable', 'Not stored; send it again.', { 'retry-after': '2' });
}

async function checkSender(bot: AzureBot, activity: ChannelActivity, header: string): Promise<void> {
  const { channelId, serviceUrl } = activity;
  const authenticated = await authenticate(bot, { channelId, serviceUrl }, header);
  if (authenticated === 'no') {
    throw new HttpError(401, 'Unauthorized', 'The token was not accepted.', { 'www-authenticate': 'Bearer' });
  }
  if (authenticated === 'unavailable') {
    throw new HttpError(503, 'ServiceUnavailable', 'The sender could not be checked now.', { 'retry-after': '5' });
  }
}

/** Invokes want an answer in line; we have one for the channel's health check only. */
function invoke(activity: ChannelActivity): Answer {
  if (activity.name !== 'healthCheck') throw new HttpError(501, 'NotImplemented', 'That invoke is not known here.');
  return { status: 200, body: { healthResults: { success: true, messages: ['ready'] } } };
}
