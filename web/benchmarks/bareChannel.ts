import type { Page } from "@playwright/test";

/** Bytes of one message: the most that Chromium takes. */
const MESSAGE = 256 << 10;

/**
 * Sends so many bytes over a data channel of the same connection, as simply as it goes: one buffer again and again, counted
 * by the receiver and thrown away. Returns the seconds from the first byte's sending to the last one's arrival.
 *
 * @param id of the channel (RFC 8832 §6), used by nothing else
 */
export async function bareChannel(
  from: Page,
  to: Page,
  bytes: number,
  id: number,
): Promise<number> {
  const arrived = to.evaluate(
    ({ bytes, id }) =>
      new Promise<void>((resolve) => {
        const connection = window.connections.at(-1);
        const channel = connection?.createDataChannel("bare", { negotiated: true, id });
        if (channel === undefined) throw new Error("nobody is connected");
        let received = 0;
        channel.binaryType = "arraybuffer";
        channel.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
          received += data.byteLength;
          if (received < bytes) return;
          channel.close();
          resolve();
        };
      }),
    { bytes, id },
  );
  const opened = await from.evaluateHandle(
    ({ id }) =>
      new Promise<{ channel: RTCDataChannel }>((resolve) => {
        const connection = window.connections.at(-1);
        const channel = connection?.createDataChannel("bare", { negotiated: true, id });
        if (channel === undefined) throw new Error("nobody is connected");
        if (channel.readyState === "open") resolve({ channel });
        else channel.onopen = () => resolve({ channel });
      }),
    { id },
  );
  const begun = performance.now();
  await opened.evaluate(
    ({ channel }, { bytes, message }) => {
      const buffer = new Uint8Array(message);
      for (let at = 0; at < message; at += 65_536)
        crypto.getRandomValues(buffer.subarray(at, at + 65_536));
      let sent = 0;
      const send = (): void => {
        while (sent < bytes && channel.bufferedAmount < 2 << 20) {
          channel.send(buffer);
          sent += message;
        }
      };
      channel.bufferedAmountLowThreshold = 1 << 20;
      channel.onbufferedamountlow = send;
      send();
    },
    { bytes, message: MESSAGE },
  );
  await arrived;
  return (performance.now() - begun) / 1000;
}
