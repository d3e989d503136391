/** The process's own account, as Prometheus reads it. */
export interface Usage {
  readonly cpuSeconds: number;
  readonly memoryBytes: number;
}

export async function usageOf(base: string): Promise<Usage> {
  const text = await (await fetch(`${base}/metrics`)).text();
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? Number.NaN);
  return { cpuSeconds: value('process_cpu_seconds_total'), memoryBytes: value('process_resident_memory_bytes') };
}

/** A percentile by the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export interface Run {
  readonly name: string;
  readonly customers: number;
  readonly turns: number;
  readonly seconds: number;
  readonly turnMs: readonly number[];
  readonly before: Usage;
  readonly after: Usage;
}

/** One line of the benchmark. `cpuMicrosPerTurn` is the server process's alone. */
export function figures({ name, customers, turns, seconds, turnMs, before, after }: Run) {
  const round = (value: number, digits = 1) => Number(value.toFixed(digits));
  return {
    name,
    customers,
    turns,
    turnsPerSecond: round(turns / seconds),
    p50Ms: round(percentile(turnMs, 0.5)),
    p99Ms: round(percentile(turnMs, 0.99)),
    cpuMicrosPerTurn: Math.round(((after.cpuSeconds - before.cpuSeconds) / turns) * 1e6),
    memoryMiB: Math.round(after.memoryBytes / 2 ** 20),
  };
}
