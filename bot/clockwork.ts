import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { WorkerEvents } from './worker.ts';

/** Where facts go: named fields, never customer text. */
export interface FactLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Counts and logs what the worker does. */
export function watchWorker(registry: Registry, log: FactLog): WorkerEvents & { clock(kind: string): void } {
  const turns = new Histogram({
    name: 'shouwen_turn_seconds',
    help: 'Time from the begin of a turn to its commit.',
    labelNames: ['kind'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  const lag = new Gauge({
    name: 'shouwen_turn_wait_seconds',
    help: 'Time the newest worked message had waited in its inbox.',
    registers: [registry],
  });
  const heard = new Counter({
    name: 'shouwen_heard_total',
    help: 'Utterances by intent and band.',
    labelNames: ['intent', 'band'],
    registers: [registry],
  });
  const said = new Counter({
    name: 'shouwen_said_total',
    help: 'Replies by message name.',
    labelNames: ['name'],
    registers: [registry],
  });
  const failures = new Counter({
    name: 'shouwen_turn_failures_total',
    help: 'Turns that failed.',
    labelNames: ['gave_up'],
    registers: [registry],
  });
  const clocks = new Counter({
    name: 'shouwen_case_clocks_total',
    help: 'Clocks of cases that came near their limit or passed it.',
    labelNames: ['kind'],
    registers: [registry],
  });
  return {
    answered(conversation, message, result, replies, ms) {
      turns.observe({ kind: message.activity.type }, ms / 1000);
      lag.set(Math.max(0, Date.now() - message.at) / 1000);
      if (result.heard) heard.inc({ intent: result.heard.intent, band: result.heard.band });
      for (const { name } of result.says) said.inc({ name });
      const { intent, confidence, band } = result.heard ?? { intent: null, confidence: null, band: null };
      const form = result.state?.dialog.form?.name ?? null;
      log.info(
        {
          conversation,
          type: message.activity.type,
          intent,
          confidence: confidence === null ? null : Math.round(confidence * 100) / 100,
          band,
          form,
          says: result.says.map((s) => s.name),
          replies,
          ms: Math.round(ms * 10) / 10,
        },
        'answered',
      );
    },
    failed(conversation, error, gaveUp) {
      failures.inc({ gave_up: String(gaveUp) });
      const facts = {
        conversation,
        error: error instanceof Error ? error.name : typeof error,
        at: placeOf(error),
        gaveUp,
      };
      if (gaveUp) log.error(facts, 'a turn failed for good');
      else log.warn(facts, 'a turn failed and is tried again');
    },
    undeliverable(conversation) {
      log.error({ conversation }, 'replies were given up: the channel does not take them');
    },
    future(conversation, schema) {
      log.warn({ conversation, schema }, 'stored by a newer release; left alone');
    },
    clock(kind) {
      clocks.inc({ kind });
    },
  };
}

/** Where an error came from; its message may hold customer text and stays out. */
function placeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  return (
    error.stack
      ?.split('\n')
      .find((line) => line.trimStart().startsWith('at '))
      ?.trim() ?? null
  );
}
