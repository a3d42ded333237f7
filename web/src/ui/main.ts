import "@fontsource-variable/figtree/wght.css";
import "./fonts.css";
import "./tokens.css";
import "./base.css";
import { beginToSpeak } from "../words/speaking";

// The reader's language and the page come at the same time, each without waiting for the other.
const page = import("./page");
await beginToSpeak();
(await page).show();
