import type { MediaState } from "../../media/LocalMedia";
import type { Problem } from "../../media/problem";

/** What stands in the way of camera and microphone, and what to do about it: one sentence where it is the same for both. */
export function problemTexts({ camera, microphone }: MediaState): readonly string[] {
  const cameraProblem = camera.kind === "failed" ? camera.problem : null;
  const microphoneProblem = microphone.kind === "failed" ? microphone.problem : null;
  if (cameraProblem !== null && cameraProblem === microphoneProblem) {
    return [problemText("camera and microphone", cameraProblem)];
  }
  return [
    ...(cameraProblem === null ? [] : [problemText("camera", cameraProblem)]),
    ...(microphoneProblem === null ? [] : [problemText("microphone", microphoneProblem)]),
  ];
}

function problemText(what: string, problem: Problem): string {
  switch (problem) {
    case "denied":
      return `Your browser keeps ${what} from this page. Allow it beside the address, then try again.`;
    case "none":
      return `No ${what} found. Plug in what is missing; it will be noticed.`;
    case "busy":
      return `Another application holds your ${what}. Close it there, then try again.`;
    case "insecure":
      return `Browsers open ${what} on secure pages only. Open this page by https or on localhost.`;
    case "unknown":
      return `Your ${what} did not start. Restart the browser, then try again.`;
    default:
      return problem satisfies never;
  }
}
