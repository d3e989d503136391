let context: AudioContext | null = null;

/** Browsers let a page sound only after the user has touched it. */
function prepare(): void {
  context ??= new AudioContext();
  if (context.state === 'suspended') context.resume().catch(() => {});
}
for (const type of ['pointerdown', 'keydown']) addEventListener(type, prepare, { once: true, capture: true });

/** Hertz and seconds from the start of each note. */
const TUNES = {
  offer: [
    [660, 0],
    [880, 0.16],
  ],
  message: [[520, 0]],
} as const;
const NOTE_SECONDS = 0.22;
const LOUD = { offer: 0.16, message: 0.06 };

/** Two rising notes for an offer, a soft one for words in another conversation; made here, no file. Silent before a touch. */
export function play(tune: keyof typeof TUNES): void {
  if (context === null || context.state !== 'running') return;
  const now = context.currentTime;
  for (const [hertz, after] of TUNES[tune]) {
    const note = context.createOscillator();
    const gain = context.createGain();
    note.frequency.value = hertz;
    gain.gain.setValueAtTime(0, now + after);
    gain.gain.linearRampToValueAtTime(LOUD[tune], now + after + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, now + after + NOTE_SECONDS);
    note.connect(gain).connect(context.destination);
    note.start(now + after);
    note.stop(now + after + NOTE_SECONDS);
  }
}
