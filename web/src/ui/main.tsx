import "@fontsource-variable/figtree/wght.css";
import "./fonts.css";
import "./tokens.css";
import "./base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { beginToSpeak } from "../words/speaking";
import { Boot } from "./shell/Boot";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
await beginToSpeak();
createRoot(root).render(
  <StrictMode>
    <Boot />
  </StrictMode>,
);
