import { setTimeout as sleep } from 'node:timers/promises';
import { ActivityHandler } from 'botbuilder';

// Loaded before the product (`node --import`): every turn takes half to one and a half times SLOW_TURN_MS longer.
const slowMs = Number(process.env.SLOW_TURN_MS ?? 2000);
const run = ActivityHandler.prototype.run;
ActivityHandler.prototype.run = async function (context) {
  await sleep(slowMs * (0.5 + Math.random()));
  await run.call(this, context);
};
