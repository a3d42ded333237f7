import { MkvOutputFormat, Output, StreamTarget } from "mediabunny";
import type { AudioSource, StreamTargetChunk, VideoSource } from "mediabunny";

/** A cluster may begin with every key frame that comes this long after the one before, in seconds. */
const CLUSTER_S = 1;

/**
 * Begins a stream of pictures and sound in which every block is complete as soon as it is written, and nothing before it
 * ever changes (Matroska without known sizes, RFC 9559 §4.5): however it ends, all of it so far can be read.
 */
export async function beginFilm(
  video: VideoSource,
  audio: AudioSource,
  append: (bytes: Uint8Array) => void,
): Promise<Output> {
  const film = new Output({
    format: new MkvOutputFormat({ appendOnly: true, minimumClusterDuration: CLUSTER_S }),
    target: new StreamTarget(
      new WritableStream<StreamTargetChunk>({ write: ({ data }) => append(data) }),
    ),
  });
  film.addVideoTrack(video);
  film.addAudioTrack(audio);
  await film.start();
  return film;
}
