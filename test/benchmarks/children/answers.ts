/** Does as it is told: answers well, answers nonsense, throws, dies, or never ends. */
process.once('message', (order: { readonly how: string }) => {
  const trial = {
    settings: 'none',
    trainSeconds: 1,
    trainCpuSeconds: 1,
    loadBefore: 0,
    answers: [{ label: 'a', confidence: 1 }],
    latency: { p50Micros: 1, p99Micros: 2 },
    memory: { peakMB: 2, beforeMB: 1 },
    modelBytes: null,
  };
  if (order.how === 'well') process.send?.(trial, () => process.exit(0));
  else if (order.how === 'nonsense') process.send?.({ answers: 3 }, () => process.exit(0));
  else if (order.how === 'throw') throw new Error('out of ideas');
  else if (order.how === 'die') process.kill(process.pid, 'SIGKILL');
  else setInterval(() => undefined, 1000);
});
