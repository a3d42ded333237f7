import type { Sound } from "./state";

interface Note {
  /** Hertz. */
  readonly pitch: number;
  /** Seconds after the sound begins. */
  readonly at: number;
  /** Seconds until it has faded. */
  readonly length: number;
  readonly loudness: number;
}

/** Soft sounds: a door opening, a glass touched once, a lamp going out, a drop of water, a bell at the gate. */
const SCORE: Record<Sound, readonly Note[]> = {
  matched: [
    { pitch: 523.25, at: 0, length: 0.5, loudness: 0.09 },
    { pitch: 783.99, at: 0.12, length: 0.8, loudness: 0.08 },
  ],
  message: [{ pitch: 987.77, at: 0, length: 0.35, loudness: 0.035 }],
  ringing: [
    { pitch: 659.25, at: 0, length: 0.7, loudness: 0.08 },
    { pitch: 783.99, at: 0.22, length: 0.7, loudness: 0.08 },
    { pitch: 987.77, at: 0.44, length: 1, loudness: 0.07 },
  ],
  "ten-left": [{ pitch: 659.25, at: 0, length: 1.2, loudness: 0.06 }],
  ended: [
    { pitch: 587.33, at: 0, length: 0.6, loudness: 0.07 },
    { pitch: 392, at: 0.16, length: 1.1, loudness: 0.08 },
  ],
};

/** Plays the page's sounds, synthesised on the spot; nothing is loaded. */
export class Sounds {
  #context: AudioContext | null = null;

  play(sound: Sound): void {
    this.#context ??= new AudioContext();
    const context = this.#context;
    if (context.state === "suspended") void context.resume();
    for (const note of SCORE[sound]) strike(context, note);
  }

  close(): void {
    void this.#context?.close();
    this.#context = null;
  }
}

function strike(context: AudioContext, note: Note): void {
  const start = context.currentTime + note.at;
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(note.loudness, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + note.length);
  gain.connect(context.destination);
  const oscillator = context.createOscillator();
  oscillator.type = "sine";
  oscillator.frequency.value = note.pitch;
  oscillator.connect(gain);
  oscillator.start(start);
  oscillator.stop(start + note.length);
}
