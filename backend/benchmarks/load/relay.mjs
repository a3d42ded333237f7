// The load: in every pair one end sends at a steady rate and the other echoes, so a round trip is two relayed messages.
import { cpuSeconds } from "./proc.mjs";

const LINE = "a=candidate:842163049 1 udp 1677729535 203.0.113.7 46154 typ srflx\\r\\n";

/**
 * Makes payloads of exactly `bytes` bytes: a function from the time of sending, in milliseconds, to the payload that
 * carries it at a fixed width.
 */
export function payloads(bytes) {
  const head = '{"t":"';
  const middle = '","description":{"type":"offer","sdp":"';
  const room = bytes - head.length - 14 - middle.length - 3;
  const lines = LINE.repeat(Math.floor(room / LINE.length));
  const tail = `${middle}${lines}${"x".repeat(room - lines.length)}"}}`;
  return (millis) => head + millis.toFixed(3).padStart(14) + tail;
}

function sentAt(text) {
  const at = text.indexOf('"t":"');
  return at < 0 ? undefined : text.slice(at + 5, at + 19);
}

/**
 * Relays messages for a while and says what one costs.
 *
 * @param pairs the pairs of sockets
 * @param options pid of the server; payload `bytes`; `perSecond` sent by each end; `warmUp` and `measured` in seconds
 * @returns messages relayed, CPU microseconds for each, round-trip p50 and p99 in milliseconds, the share of a core used
 */
export async function relay(pairs, { pid, bytes, perSecond, warmUp, measured }) {
  const trips = [];
  const payload = payloads(bytes);
  const load = { measuring: false, counted: 0, delivered: 0, sent: 0 };
  const stop = pairs.flatMap((pair) => listen(pair, payload, load, trips));
  await sendFor(pairs, payload, perSecond, warmUp, load);
  load.measuring = true;
  const cpu = cpuSeconds(pid);
  const start = performance.now();
  await sendFor(pairs, payload, perSecond, measured, load);
  const used = cpuSeconds(pid) - cpu;
  const seconds = (performance.now() - start) / 1000;
  load.measuring = false;
  await settled(load);
  stop.forEach((off) => off());
  const sorted = Float64Array.from(trips).sort();
  return {
    bytes,
    messages: load.counted,
    perSecond: load.counted / seconds,
    cpuMicrosPerMessage: (used / load.counted) * 1e6,
    coreShare: used / seconds,
    p50: sorted[Math.floor(sorted.length * 0.5)],
    p99: sorted[Math.floor(sorted.length * 0.99)],
    lost: load.sent - load.delivered,
  };
}

function listen({ first, second }, payload, load, trips) {
  const echo = (data) => {
    const at = sentAt(data.toString("latin1"));
    if (at !== undefined) {
      count(load);
      load.sent++;
      second.send(payload(Number(at)));
    }
  };
  const back = (data) => {
    const at = sentAt(data.toString("latin1"));
    if (at !== undefined) {
      count(load);
      if (load.measuring) {
        trips.push(performance.now() - Number(at));
      }
    }
  };
  const broken = (code) => {
    throw new Error(`the server closed a socket with ${code} in mid-measurement`);
  };
  first.socket.on("message", back);
  second.socket.on("message", echo);
  first.socket.on("close", broken);
  second.socket.on("close", broken);
  return [
    () => first.socket.off("message", back).off("close", broken),
    () => second.socket.off("message", echo).off("close", broken),
  ];
}

function count(load) {
  load.delivered++;
  if (load.measuring) {
    load.counted++;
  }
}

/** Sends evenly over time and pairs, by the clock, whatever comes back. */
function sendFor(pairs, payload, perSecond, seconds, load) {
  const rate = (pairs.length * perSecond) / 1000;
  const total = Math.floor(rate * seconds * 1000);
  const start = performance.now();
  let sent = 0;
  return new Promise((resolve) => {
    const tick = () => {
      const due = Math.min(total, Math.floor((performance.now() - start) * rate));
      for (; sent < due; sent++) {
        load.sent++;
        pairs[sent % pairs.length].first.send(payload(performance.now()));
      }
      if (sent === total) {
        resolve();
      } else {
        setTimeout(tick, 1);
      }
    };
    tick();
  });
}

async function settled(load) {
  const deadline = performance.now() + 5_000;
  while (load.delivered < load.sent && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
