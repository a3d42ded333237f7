import { useEffect, useRef, useState } from "react";
import type { Files } from "../../files/Files";
import type { Transfer } from "../../files/transfer";
import { useWords } from "../../words/useWords";
import type { Words } from "../../words/Words";
import { newsOf } from "./news";
import type { News } from "./news";
import { reasonOf } from "./phrases";

/** Says aloud what happens to files, whether or not they are on the screen. */
export function FilesAnnouncer({ files }: { readonly files: Files }) {
  const words = useWords();
  const spoken = useRef(words);
  useEffect(() => void (spoken.current = words), [words]);
  const [said, setSaid] = useState<readonly string[]>([]);
  useEffect(() => {
    let before = files.transfers.get();
    return files.transfers.subscribe(() => {
      const after = files.transfers.get();
      const news = newsOf(before, after);
      before = after;
      if (news.length > 0)
        setSaid(news.map(({ news, transfer }) => sentence(news, transfer, spoken.current)));
    });
  }, [files]);
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      {said.map((sentence, index) => (
        <p key={index}>{sentence}</p>
      ))}
    </div>
  );
}

function sentence(news: News, { direction, name, size, state }: Transfer, words: Words): string {
  const { say, bytes } = words;
  switch (news) {
    case "offered":
      return say("files.announce.offered", { name, size: bytes(size) });
    case "accepted":
      return say("files.announce.accepted", { name });
    case "received":
      return say("files.announce.received", { name });
    case "sent":
      return say("files.announce.sent", { name });
    case "stopped":
      return state.kind === "stopped"
        ? say("files.announce.stopped", { name, reason: say(reasonOf(state, direction)) })
        : "";
    default:
      return news satisfies never;
  }
}
