import { useState } from "react";
import type { Files } from "../../files/Files";
import { MOST_OPEN } from "../../files/limits";
import { isMoving } from "../../files/transfer";
import type { Transfer } from "../../files/transfer";
import { useWords } from "../../words/useWords";
import { FilesIcon } from "../meet/icons";
import { useObservable } from "../meet/useObservable";
import { TransferCard } from "./TransferCard";
import { useIncoming } from "./useIncoming";
import styles from "./FilesOverPicture.module.css";

export interface FilesOverPictureProps {
  readonly files: Files;
  /** A round is running: files may be offered and taken. */
  readonly live: boolean;
  /** The panel is open and shows all of it. */
  readonly listed: boolean;
  readonly onList: () => void;
}

/** What of the files concerns somebody who looks at the other: what they offer, what moves, and where to drop. */
export function FilesOverPicture({ files, live, listed, onList }: FilesOverPictureProps) {
  const { say } = useWords();
  const transfers = useObservable(files.transfers);
  const [refused, setRefused] = useState<string | null>(null);
  const over = useIncoming(live, ({ files: some, folder }) => {
    const left = files.offer(some);
    if (left > 0) setRefused(say("files.leftOut", { count: left, most: MOST_OPEN }));
    else setRefused(folder ? say("files.noFolders") : null);
    if (some.length > 0 && !listed) onList();
  });
  const offers = transfers.filter(isOfferOfTheirs);
  const [offer] = offers;
  const moving = transfers.filter(({ state }) => isMoving(state));
  const asked = live && !listed && offer !== undefined;
  return (
    <>
      {asked && (
        <section className={styles.offer} aria-label={say("files.title")}>
          <TransferCard files={files} transfer={offer} />
          {offers.length > 1 && (
            <button type="button" className={styles.more} onClick={onList}>
              {say("files.more", { count: offers.length - 1 })}
            </button>
          )}
        </section>
      )}
      {live && !listed && !asked && moving.length > 0 && (
        <button type="button" className={styles.moving} onClick={onList}>
          <FilesIcon /> <Moving transfers={moving} />
        </button>
      )}
      {live && refused !== null && (
        <p className={styles.refused} role="status">
          {refused}
        </p>
      )}
      {over && <div className={styles.drop}>{say("files.dropHere")}</div>}
    </>
  );
}

function isOfferOfTheirs({ direction, state }: Transfer): boolean {
  return direction === "receiving" && (state.kind === "offered" || state.kind === "preparing");
}

function Moving({ transfers }: { readonly transfers: readonly Transfer[] }) {
  const { say, percent } = useWords();
  const all = transfers.reduce((sum, { size }) => sum + size, 0);
  const done = transfers.reduce(
    (sum, { size, state }) => sum + (state.kind === "moving" ? state.bytes : size),
    0,
  );
  const sending = transfers.every(({ direction }) => direction === "sending");
  const part = all === 0 ? 1 : Math.floor((done / all) * 100) / 100;
  return `${say(sending ? "files.moving.sending" : "files.moving.receiving")} ${percent(part)}`;
}
