import { useRef } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import type { LocalMedia } from "../../media/LocalMedia";
import type { Veil } from "../../veil/Veil";
import { useWords } from "../../words/useWords";
import { CameraIcon } from "../meet/icons";
import { OwnPicture } from "../meet/OwnPicture";
import { useObservable } from "../meet/useObservable";
import { cornerAfterKey, nearestCorner } from "./corner";
import type { Corner } from "./corner";
import styles from "./OwnTile.module.css";

/** One's own picture as the other sees it, small; drag it, or focus it and press an arrow key, to put it into another corner. */
export function OwnTile({
  media,
  veil,
  corner,
  onCorner,
  soft,
  composed,
}: {
  readonly media: Pick<LocalMedia, "state">;
  readonly veil: Veil;
  readonly corner: Corner;
  readonly onCorner: (corner: Corner) => void;
  /** The other does not see it now. */
  readonly soft: boolean;
  /** It may hold letters, and is not shown as a mirror shows a face. */
  readonly composed: boolean;
}) {
  const { say } = useWords();
  const { camera } = useObservable(media.state);
  const { sight } = useObservable(veil.state);
  const picture = useObservable(veil.picture);
  const grip = useRef<{ readonly x: number; readonly y: number } | null>(null);

  const onPointerDown = (event: PointerEvent<HTMLButtonElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, y: event.clientY };
  };
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>): void => {
    if (grip.current === null) return;
    const x = event.clientX - grip.current.x;
    const y = event.clientY - grip.current.y;
    event.currentTarget.style.translate = `${x}px ${y}px`;
    event.currentTarget.dataset["held"] = "";
  };
  const onPointerUp = (event: PointerEvent<HTMLButtonElement>): void => {
    if (grip.current === null) return;
    grip.current = null;
    const tile = event.currentTarget;
    const box = tile.getBoundingClientRect();
    const room = (tile.offsetParent ?? document.body).getBoundingClientRect();
    const x = box.x - room.x + box.width / 2;
    const y = box.y - room.y + box.height / 2;
    onCorner(nearestCorner(x, y, room.width, room.height));
    delete tile.dataset["held"];
    tile.style.translate = "";
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
    onCorner(cornerAfterKey(corner, event.key));
  };
  return (
    <button
      type="button"
      className={styles.tile}
      data-corner={corner}
      data-soft={soft || undefined}
      data-sight={sight}
      data-composed={composed || undefined}
      aria-label={say("encounter.ownTile", { corner: say(`encounter.corner.${corner}`) })}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    >
      <OwnPicture track={picture} className={styles.picture} />
      {camera.kind !== "on" && <CameraIcon off />}
      {camera.kind === "on" && sight === "coarse" && (
        <span className={styles.hint}>{say("veil.ownTile")}</span>
      )}
    </button>
  );
}
