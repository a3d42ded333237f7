import { openScreen } from "../media/ScreenShare";
import { stageInWorker } from "./inWorker";
import { StageOnPage } from "./onPage";
import { openCamera, openLine, openStill } from "./open";
import { SoundDesk } from "./SoundDesk";
import type { Cutout } from "./Output";
import type { Stage, StageEdges } from "./stage";
import type { StudioTools } from "./Studio";

/** The real things. */
export const studioTools: StudioTools = {
  openCamera,
  openLine,
  openScreen,
  openStill,
  buildStage,
  openCutout,
  buildDesk: () => new SoundDesk(),
};

/** Whoever tells people from the rest, and the way to them. */
function openCutout(): Cutout {
  const worker = new Worker(new URL("./cutout/cutout.worker.ts", import.meta.url), {
    type: "module",
  });
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(port1, [port1]);
  return { port: port2, close: () => worker.terminate() };
}

function buildStage(edges: StageEdges): Stage | null {
  try {
    return stageInWorker(edges) ?? new StageOnPage(edges);
  } catch {
    return null;
  }
}
