import type { BrowserContext, Page } from "@playwright/test";

declare global {
  interface Window {
    /** The cable of a device, by its name: fake devices have none that could be pulled. */
    cables: {
      readonly unplug: (label: string) => void;
      readonly plug: (label: string) => void;
      /** Everything that the page has opened. */
      readonly tracks: () => readonly MediaStreamTrack[];
    };
    /** What each slot was given to send since {@link watchSending}: names of devices, or null for nothing. */
    sending: (string | null)[];
  }
}

/** Lets a test pull out fake devices: they are not listed any more, do not open, and what they sent has ended. */
export async function withCables(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const devices = navigator.mediaDevices;
    const list = devices.enumerateDevices.bind(devices);
    const open = devices.getUserMedia.bind(devices);
    const unplugged = new Set<string>();
    const tracks: MediaStreamTrack[] = [];
    devices.enumerateDevices = async () =>
      (await list()).filter(({ label }) => !unplugged.has(label));
    devices.getUserMedia = async (wish) => {
      const stream = await open(wish);
      for (const track of stream.getTracks()) {
        if (unplugged.has(track.label)) {
          // The one that was wished for is gone: the system's own choice is another.
          track.stop();
          stream.removeTrack(track);
          const [other] = (await devices.enumerateDevices()).filter(
            ({ kind }) => kind === `${track.kind}input`,
          );
          const only = { deviceId: { exact: other?.deviceId ?? "" } };
          const replaced = await open({ [track.kind]: only });
          for (const instead of replaced.getTracks()) stream.addTrack(instead);
        }
      }
      tracks.push(...stream.getTracks());
      return stream;
    };
    window.cables = {
      tracks: () => tracks,
      unplug: (label) => {
        unplugged.add(label);
        for (const track of tracks.filter(
          (each) => each.label === label && each.readyState === "live",
        )) {
          track.stop();
          track.dispatchEvent(new Event("ended"));
        }
        devices.dispatchEvent(new Event("devicechange"));
      },
      plug: (label) => {
        unplugged.delete(label);
        devices.dispatchEvent(new Event("devicechange"));
      },
    };
  });
}

/** From now on what is handed to the senders is kept, to see whether there was ever nothing. */
export async function watchSending(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.sending = [];
    const { prototype } = RTCRtpSender;
    const replace: unknown = Reflect.get(prototype, "replaceTrack");
    if (typeof replace !== "function") throw new Error("nothing can be replaced");
    prototype.replaceTrack = function (track) {
      window.sending.push(track?.label ?? null);
      return Reflect.apply(replace, this, [track]) as Promise<void>;
    };
  });
}
