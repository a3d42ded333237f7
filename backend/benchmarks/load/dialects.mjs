// How each server wants to be spoken to: everything else about the load is the same for all of them.
import WebSocket from "ws";
import { each } from "./each.mjs";
import { signIn, stakers } from "./wallets.mjs";

/**
 * One end of a pair.
 *
 * @typedef {{ socket: WebSocket, send: (payload: string) => void }} End
 * `send` takes a JSON object as text and wraps it as the server wants it.
 */

/**
 * A dialect opens sockets and makes pairs of them.
 *
 * @typedef {{
 *   pairs: (port: number, count: number) => Promise<{ first: End, second: End }[]>,
 *   idle: (port: number, count: number) => Promise<WebSocket[]>,
 * }} Dialect
 */

/** Opens a socket and resolves once `accept(text)` has returned something for a message. */
function open(url, accept, headers = {}) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers, perMessageDeflate: false, skipUTF8Validation: true });
    socket.once("error", reject);
    socket.once("close", (code) => reject(new Error(`closed with ${code} while opening`)));
    const listen = (data) => {
      const accepted = accept(data.toString(), socket);
      if (accepted !== undefined) {
        socket.off("message", listen);
        socket.removeAllListeners("close");
        resolve({ socket, accepted });
      }
    };
    socket.on("message", listen);
    socket.once("open", () => {
      const accepted = accept("", socket);
      if (accepted !== undefined) {
        socket.off("message", listen);
        socket.removeAllListeners("close");
        resolve({ socket, accepted });
      }
    });
  });
}

const end = (socket, prefix, suffix) => ({ socket, send: (payload) => socket.send(prefix + payload + suffix) });

/** The first text of a freshly opened socket is "", when it has just opened. */
const whenOpen = () => true;

const bare = {
  open: async (port, pair, side) => (await open(`ws://127.0.0.1:${port}/relay/${pair}/${side}`, whenOpen)).socket,
  /** The bare relay carries the very message that Passerby carries. */
  pairs(port, count) {
    const prefix = '{"type":"signal","encounter":"AAAAAAAAAAAAAAAAAAAAAA","payload":';
    return each(count, async (pair) => ({
      first: end(await bare.open(port, pair, "a"), prefix, "}"),
      second: end(await bare.open(port, pair, "b"), prefix, "}"),
    }));
  },
  idle: (port, count) => each(count, (index) => bare.open(port, `idle-${performance.now()}-${index}`, "a")),
};

const peerjs = {
  async open(port, id) {
    const url = `ws://127.0.0.1:${port}/peerjs?key=peerjs&id=${id}&token=${id}`;
    const { socket } = await open(url, (text) => (text.includes('"OPEN"') ? true : undefined));
    return socket;
  },
  pairs(port, count) {
    return each(count, async (pair) => {
      const a = await peerjs.open(port, `a${pair}`);
      const b = await peerjs.open(port, `b${pair}`);
      return {
        first: end(a, `{"type":"OFFER","dst":"b${pair}","payload":`, "}"),
        second: end(b, `{"type":"ANSWER","dst":"a${pair}","payload":`, "}"),
      };
    });
  },
  idle: (port, count) => each(count, (index) => peerjs.open(port, `idle${performance.now()}${index}`)),
};

const socketio = {
  // Engine.IO 4 over WebSocket alone: "0" opens, "40" joins the namespace, "2" pings, "42" is an event.
  open(port) {
    return open(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, (text, socket) => {
      if (text.startsWith("0")) {
        socket.send("40");
        socket.on("message", (data) => data.length === 1 && data.toString() === "2" && socket.send("3"));
      }
      return text.startsWith("40") ? JSON.parse(text.slice(2)).sid : undefined;
    });
  },
  pairs(port, count) {
    return each(count, async () => {
      const a = await socketio.open(port);
      const b = await socketio.open(port);
      return {
        first: end(a.socket, `42["signal","${b.accepted}",`, "]"),
        second: end(b.socket, `42["signal","${a.accepted}",`, "]"),
      };
    });
  },
  idle: (port, count) => each(count, async () => (await socketio.open(port)).socket),
};

const passerby = {
  async open(port, session) {
    const url = `ws://127.0.0.1:${port}/api/socket`;
    const headers = { cookie: session.cookie, origin: `http://127.0.0.1:${port}` };
    const { socket } = await open(url, (text) => (text.includes('"type":"welcome"') ? true : undefined), headers);
    return socket;
  },
  /** Every socket is a wallet of its own, staked and signed in; the service does the pairing. */
  async pairs(port, count) {
    const wallets = await stakers(port, 2 * count);
    const waiting = new Map();
    const made = [];
    await each(2 * count, async (index) => {
      const socket = await passerby.open(port, await signIn(port, wallets[index]));
      const matched = await new Promise((resolve, reject) => {
        const listen = (data) => {
          const message = JSON.parse(data.toString());
          if (message.type === "matched") {
            socket.off("message", listen);
            resolve(message);
          } else if (message.type === "error") {
            reject(new Error(message.detail ?? message.code));
          }
        };
        socket.on("message", listen);
        socket.send('{"type":"join","interests":[],"languages":[]}');
      });
      // A match lives on only once both have seen a frame.
      socket.send(`{"type":"decoded","encounter":"${matched.encounter}"}`);
      const mine = end(socket, `{"type":"signal","encounter":"${matched.encounter}","payload":`, "}");
      const other = waiting.get(matched.encounter);
      if (other === undefined) {
        waiting.set(matched.encounter, mine);
      } else {
        made.push({ first: other, second: mine });
      }
    });
    return made;
  },
  async idle(port, count) {
    const wallets = await stakers(port, count);
    return each(count, async (index) => passerby.open(port, await signIn(port, wallets[index])));
  },
};

/** @type {Record<string, Dialect>} */
export const dialects = { passerby, bare, peerjs, socketio };
