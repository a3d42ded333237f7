/** Pictures a second, as in a cinema: nobody misses more in a talk, and every one costs. */
export const PACE_HZ = 24;
/** Bits a second of the picture and of the sound. */
export const VIDEO_BITS = 2_000_000;
export const AUDIO_BITS = 96_000;
export const SAMPLE_RATE = 48_000;
