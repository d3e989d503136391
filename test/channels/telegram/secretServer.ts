import assert from 'node:assert/strict';
import TelegramServer from 'telegram-test-api';

/** The secret that `setWebhook` was given goes with each update, which the library leaves out. */
export class SecretServer extends TelegramServer {
  readonly statuses: number[] = [];

  override async addUserUpdate(update: { readonly botToken: string }): Promise<void> {
    const webhook = this.webhooks[update.botToken];
    assert.ok(webhook);
    const body = JSON.stringify(TelegramServer.formatUpdate(update));
    // the library does not wait for one update before it numbers the next
    this.updateId++;
    const answer = await fetch(webhook.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': webhook.secret_token ?? '' },
      body,
    });
    this.statuses.push(answer.status);
    await answer.arrayBuffer();
  }
}
