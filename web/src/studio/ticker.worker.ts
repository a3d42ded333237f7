import { PACE_HZ } from "./stage";

// A page that is out of sight may run its own timers once a second, or once a minute; a worker's run on.
setInterval(() => (self as unknown as Worker).postMessage(null), 1000 / PACE_HZ);
