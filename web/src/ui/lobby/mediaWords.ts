import type { Problem } from "../../media/problem";
import type { InputRole } from "../../media/LocalMedia";

/** What stands in the way of a camera or microphone, and the one thing to do about it. */
export function problemText(role: InputRole, problem: Problem): string {
  switch (problem) {
    case "denied":
      return `Your browser keeps the ${role} from this page. Allow it beside the address, then try again.`;
    case "none":
      return `No ${role} was found. Plug one in; it will be noticed.`;
    case "busy":
      return `Another application is using your ${role}. Close it there, then try again.`;
    case "insecure":
      return `Browsers open a ${role} on secure pages only. Open this page by https or on localhost.`;
    case "unknown":
      return `Your ${role} did not start. Unplug it or restart the browser, then try again.`;
    default:
      return problem satisfies never;
  }
}
