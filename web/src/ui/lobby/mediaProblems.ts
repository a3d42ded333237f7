import type { MediaState } from "../../media/LocalMedia";
import type { Problem } from "../../media/problem";

/** One thing to say about camera and microphone. */
export interface MediaProblem {
  readonly what: "camera" | "microphone" | "both";
  readonly problem: Problem;
}

/** What stands in the way of camera and microphone: said once where it is the same for both. */
export function mediaProblems({ camera, microphone }: MediaState): readonly MediaProblem[] {
  const cameras = camera.kind === "failed" ? camera.problem : null;
  const microphones = microphone.kind === "failed" ? microphone.problem : null;
  if (cameras !== null && cameras === microphones) return [{ what: "both", problem: cameras }];
  return [
    ...(cameras === null ? [] : [{ what: "camera", problem: cameras } as const]),
    ...(microphones === null ? [] : [{ what: "microphone", problem: microphones } as const]),
  ];
}
