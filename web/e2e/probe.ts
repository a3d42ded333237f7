import { execFileSync } from "node:child_process";
import { fromDebian } from "./world/debian";

/** A part of a picture, in pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is seen in an area: means of brightness and of both colour differences (0 to 255), and how far dark and light are apart. */
export interface Look {
  readonly luma: number;
  readonly blueness: number;
  readonly redness: number;
  readonly contrast: number;
}

interface Stream {
  readonly codec_type: string;
  readonly codec_name: string;
  readonly width?: number;
  readonly height?: number;
}

/** What a film is made of, as ffprobe reads it from its headers. */
export function streamsOf(film: string): { readonly seconds: number; readonly streams: Stream[] } {
  const json = ffprobe(["-show_format", "-show_streams", "-of", "json", film]);
  const { format, streams } = JSON.parse(json) as {
    format: { duration: string };
    streams: Stream[];
  };
  return { seconds: Number(format.duration), streams };
}

/** The second of the key frame that a player finds who jumps to this one: with no table it would be the first. */
export function seek(film: string, second: number): number {
  const interval = ["-read_intervals", `${second}%+#1`, "-select_streams", "v:0"];
  const found = ffprobe([...interval, "-show_entries", "packet=pts_time", "-of", "csv=p=0", film]);
  return Number.parseFloat(found);
}

/** The second at which the last picture ends that can be decoded. */
export function endOfPictures(film: string): number {
  const shown = ["-select_streams", "v:0", "-show_entries", "frame=pts_time,duration_time"];
  const json = ffprobe([...shown, "-of", "json", film]);
  const { frames } = JSON.parse(json) as {
    frames: { pts_time: string; duration_time?: string }[];
  };
  return Math.max(
    ...frames.map(({ pts_time, duration_time }) => Number(pts_time) + Number(duration_time ?? 0)),
  );
}

/** Decodes the film up to this second and looks at one frame. */
export function lookAt(film: string, second: number, { x, y, width, height }: Area): Look {
  const area = `crop=${width}:${height}:${x}:${y}`;
  const filter = `movie=${film},trim=start=${second},${area},signalstats`;
  const names = ["YAVG", "UAVG", "VAVG", "YLOW", "YHIGH"];
  const [frame = []] = tagged(
    filter,
    names.map((name) => `lavfi.signalstats.${name}`),
    ["-read_intervals", "%+#1"],
  );
  const [luma = NaN, blueness = NaN, redness = NaN, low = NaN, high = NaN] = frame;
  return { luma, blueness, redness, contrast: high - low };
}

/** How far a look is from grey. */
export function colourOf({ blueness, redness }: Look): number {
  return Math.abs(blueness - 128) + Math.abs(redness - 128);
}

/** How different two looks are in brightness and colours together. */
export function differenceOf(one: Look, other: Look): number {
  return (
    Math.abs(one.luma - other.luma) +
    Math.abs(one.blueness - other.blueness) +
    Math.abs(one.redness - other.redness)
  );
}

/** The loudest that the film is between two seconds, in decibels; -Infinity for silence. */
export function loudest(film: string, from: number, to: number): number {
  const filter = `amovie=${film},atrim=${from}:${to},astats=metadata=1:reset=1`;
  const peaks = tagged(filter, ["lavfi.astats.Overall.Peak_level"]).map(([peak]) => peak ?? NaN);
  return Math.max(...peaks.map((peak) => (Number.isNaN(peak) ? -Infinity : peak)));
}

/** These numbers of every frame that comes out of a filter. */
function tagged(filter: string, tags: readonly string[], more: readonly string[] = []): number[][] {
  const wanted = ["-show_entries", `frame_tags=${tags.join(",")}`, "-of", "json"];
  const json = ffprobe(["-f", "lavfi", ...more, ...wanted, filter]);
  const { frames } = JSON.parse(json) as { frames: { tags?: Record<string, string> }[] };
  return frames.map((frame) =>
    tags.map((tag) => (frame.tags?.[tag] === "-inf" ? -Infinity : Number(frame.tags?.[tag]))),
  );
}

function ffprobe(args: readonly string[]): string {
  const program = fromDebian("ffmpeg", "usr/bin/ffprobe");
  return execFileSync(program, ["-v", "error", ...args], {
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
}
