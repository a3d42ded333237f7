import type { ReactNode } from "react";
import type { Slot } from "../../media/slots";
import { lossOf } from "../../statistics/quality";
import type { Quality, ReceivedQuality, SentQuality } from "../../statistics/quality";
import type { Path } from "../../statistics/path";
import type { Words } from "../../words/Words";
import { useWords } from "../../words/useWords";
import type { Session } from "../meet/session";
import { useObservable } from "../meet/useObservable";
import { Bars } from "./Bars";
import { verdictSaying } from "./verdictSaying";
import styles from "./Figures.module.css";

const SHOWN: readonly Slot[] = ["camera", "microphone", "screen", "screen-sound"];

/** What the browser measures of the connection, for the curious. */
export function Figures({ session: { quality } }: { readonly session: Session }) {
  const { say } = useWords();
  const indicator = useObservable(quality.indicator);
  const figures = useObservable(quality.figures);
  if (figures === null) return <p>{say("quality.measuring")}</p>;
  return (
    <div className={styles.figures}>
      {indicator !== null && (
        <ul className={styles.verdicts}>
          {(["received", "sent"] as const).map((direction) => (
            <li key={direction}>
              <Bars level={indicator[direction].level} />
              <span>
                <strong>{say(`quality.${indicator[direction].level}`)}</strong>{" "}
                {verdictSaying(direction, indicator[direction], say)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Streams figures={figures} />
      {figures.path !== null && <Way path={figures.path} />}
      <p className={styles.hint}>{say("quality.measured")}</p>
    </div>
  );
}

function Streams({ figures: { received, sent } }: { readonly figures: Quality }) {
  const { say } = useWords();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{say("quality.what")}</span>
          </th>
          <th scope="col">{say("quality.fromThem")}</th>
          <th scope="col">{say("quality.fromYou")}</th>
        </tr>
      </thead>
      {SHOWN.map((slot) => (
        <Stream
          key={slot}
          slot={slot}
          theirs={flowing(received[slot])}
          mine={flowing(sent[slot])}
        />
      ))}
    </table>
  );
}

/** A stream that was there once and carries nothing now is not shown. */
function flowing<S extends { readonly bitrate: number }>(stream: S | undefined): S | null {
  return stream !== undefined && stream.bitrate > 0 ? stream : null;
}

function Stream({
  slot,
  theirs,
  mine,
}: {
  readonly slot: Slot;
  readonly theirs: ReceivedQuality | null;
  readonly mine: SentQuality | null;
}) {
  const { say } = useWords();
  if (theirs === null && mine === null) return null;
  const rows: readonly Row[] = slot === "camera" || slot === "screen" ? PICTURE_ROWS : SOUND_ROWS;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className={styles.group}>
          {say(`quality.${slot}`)}
        </th>
      </tr>
      {rows.map(({ name, show }) => (
        <tr key={name}>
          <th scope="row">{say(`quality.${name}`)}</th>
          <td>{theirs !== null && <Value show={show} stream={theirs} />}</td>
          <td>{mine !== null && <Value show={show} stream={mine} />}</td>
        </tr>
      ))}
    </tbody>
  );
}

type Measured = ReceivedQuality | SentQuality;

interface Row {
  readonly name: "size" | "frames" | "bitrate" | "loss" | "jitter" | "codec";
  readonly show: (stream: Measured, words: Words) => string | null;
}

const SOUND_ROWS: readonly Row[] = [
  {
    name: "bitrate",
    show: ({ bitrate }, { say }) =>
      say("quality.bitrate.value", { kilobits: Math.round(bitrate / 1000) }),
  },
  {
    name: "loss",
    show: (stream, { say }) => say("quality.loss.value", { share: lossOf([stream]) }),
  },
  { name: "jitter", show: ({ jitter }, { say }) => milliseconds(jitter, say) },
  {
    name: "codec",
    show: ({ codec, efficient }, { say }) =>
      codec !== null && efficient === true ? say("quality.codec.efficient", { codec }) : codec,
  },
];

const PICTURE_ROWS: readonly Row[] = [
  {
    name: "size",
    show: ({ width, height }, { say }) =>
      width === null || height === null
        ? null
        : say("quality.size.value", { width: String(width), height: String(height) }),
  },
  {
    name: "frames",
    show: ({ framesPerSecond }, { number }) =>
      framesPerSecond === null ? null : number(Math.round(framesPerSecond)),
  },
  ...SOUND_ROWS,
];

function Value({ show, stream }: { readonly show: Row["show"]; readonly stream: Measured }) {
  const words = useWords();
  return <bdi>{show(stream, words)}</bdi>;
}

function Way({ path }: { readonly path: Path }) {
  const { say } = useWords();
  const relayed = path.local === "relay" || path.remote === "relay";
  const { protocol, roundTrip, uplink, dtls, cipher } = path;
  return (
    <section>
      <h3 className={styles.group}>{say("quality.path")}</h3>
      <dl className={styles.way}>
        <Fact name={say("quality.route")}>
          {say(relayed ? "quality.route.relayed" : "quality.route.direct")}
        </Fact>
        <Fact name={say("quality.transport")}>{protocol?.toUpperCase()}</Fact>
        <Fact name={say("quality.roundTrip")}>{milliseconds(roundTrip, say)}</Fact>
        <Fact name={say("quality.uplink")}>
          {uplink !== null && say("quality.bitrate.value", { kilobits: Math.round(uplink / 1000) })}
        </Fact>
        <Fact name={say("quality.encryption")}>
          {dtls !== null &&
            cipher !== null &&
            say("quality.encryption.value", { version: dtls, cipher })}
        </Fact>
      </dl>
    </section>
  );
}

/** One line of the list; what a browser does not tell is left out. */
function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (children === null || children === undefined || children === false) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </>
  );
}

function milliseconds(seconds: number | null, say: Words["say"]): string | null {
  if (seconds === null) return null;
  return say("quality.milliseconds", { value: Math.round(seconds * 1000) });
}
