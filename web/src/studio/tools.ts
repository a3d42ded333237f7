import { openScreen } from "../media/ScreenShare";
import { stageInWorker } from "./inWorker";
import { StageOnPage } from "./onPage";
import { openCamera, openLine, openStill } from "./open";
import { SoundDesk } from "./SoundDesk";
import type { Stage } from "./stage";
import type { StudioTools } from "./Studio";

/** The real things. */
export const studioTools: StudioTools = {
  openCamera,
  openLine,
  openScreen,
  openStill,
  buildStage,
  buildDesk: () => new SoundDesk(),
};

function buildStage(failed: () => void): Stage | null {
  try {
    return stageInWorker(failed) ?? new StageOnPage();
  } catch {
    return null;
  }
}
