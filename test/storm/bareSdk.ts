import { type Activity, ActivityHandler, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import { collectDefaultMetrics, Registry } from 'prom-client';
import restify from 'restify';

/**
 * The floor: the SDK's own turn on restify and nothing else. No store, no understanding, no stream; the reply comes in
 * the answer to the POST. Prints its port.
 */
class EchoAdapter extends BotAdapter {
  readonly replies: Partial<Activity>[] = [];
  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.replies.push(...activities);
    return activities.map(() => ({ id: '' }));
  }
  override async updateActivity(): Promise<undefined> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(): Promise<void> {}
}

class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(`echo: ${context.activity.text}`);
      await next();
    });
  }
}

const bot = new EchoBot();
const registry = new Registry();
collectDefaultMetrics({ register: registry });
const server = restify.createServer({ name: '' });
server.use(restify.plugins.bodyParser({ mapParams: false }));
server.post('/api/messages', async (req: restify.Request, res: restify.Response) => {
  const adapter = new EchoAdapter();
  await bot.run(new TurnContext(adapter, req.body));
  res.send(200, adapter.replies);
});
server.get('/metrics', async (_req: restify.Request, res: restify.Response) => {
  res.sendRaw(200, await registry.metrics(), { 'content-type': 'text/plain' });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`listening ${server.address().port}\n`);
});
