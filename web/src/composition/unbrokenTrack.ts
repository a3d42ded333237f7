/** What is heard at a node, as a track of two channels that does not break off when nothing is. */
export function unbrokenTrack(context: AudioContext, node: AudioNode): MediaStreamTrack {
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 2 });
  node.connect(destination);
  const [track] = destination.stream.getAudioTracks();
  if (track === undefined) throw new Error("This browser mixes no sound.");
  const silence = new ConstantSourceNode(context, { offset: 0 });
  silence.connect(node);
  silence.start();
  // Browsers keep it asleep until the person has touched the page; a press is what brings this about.
  void context.resume();
  return track;
}
