/** Without any input for so long nobody is taken to sit there. */
const PATIENCE_MS = 120_000;
let touchedAt = Date.now();

function touched(): void {
  touchedAt = Date.now();
}
for (const type of ['pointermove', 'pointerdown', 'keydown', 'wheel', 'focus']) {
  addEventListener(type, touched, { passive: true, capture: true });
}

/** Whether the agent is at the console: what counts as a sign of life, also while they look something up elsewhere. */
export function attentive(): boolean {
  return Date.now() - touchedAt < PATIENCE_MS;
}
