// The PeerJS server as its package ships it, on 127.0.0.1 and the port given.
import { PeerServer } from "peer";
import { collectOnDemand } from "./collect.mjs";

collectOnDemand();
PeerServer({ host: "127.0.0.1", port: Number(process.argv[2]) });
