import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Boot } from "./shell/Boot";

/** Renders the page; there have to be words already. */
export function show(): void {
  const root = document.getElementById("root");
  if (root === null) throw new Error("index.html has no #root");
  createRoot(root).render(
    <StrictMode>
      <Boot />
    </StrictMode>,
  );
}
