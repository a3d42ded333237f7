import { useCallback, useEffect, useState } from "react";
import type { Words } from "../../words/Words";
import { useWords } from "../../words/useWords";
import { Welcome } from "../welcome/Welcome";
import { Frame } from "./Frame";
import { routeOf } from "./router";
import { Waiting } from "../controls/Waiting";
import { Unreachable } from "./Unreachable";
import { released, watchPresses } from "./press";
import type AppOf from "./App";
import type { Booted } from "./start";

type App = typeof AppOf;

type BootState =
  | { readonly kind: "booting" }
  | { readonly kind: "booted"; readonly App: App; readonly booted: Booted }
  | { readonly kind: "unreachable" };

/** Shows the welcome at once, while the wallet code and the network's addresses are still on their way. */
export function Boot() {
  const words = useWords();
  const [state, setState] = useState<BootState>({ kind: "booting" });
  const start = useCallback(() => {
    load().then(
      ({ App, booted }) => setState({ kind: "booted", App, booted }),
      () => setState({ kind: "unreachable" }),
    );
  }, []);
  useEffect(start, [start]);
  useEffect(watchPresses, []);

  // A press is not lost because it came early.
  const [wanted, setWanted] = useState(false);
  switch (state.kind) {
    case "booting":
      return <Frame>{early(words, wanted, () => setWanted(true))}</Frame>;
    case "booted":
      return <state.App {...state.booted} signInWanted={wanted} />;
    case "unreachable":
      return (
        <Frame>
          <Unreachable
            onRetry={() => {
              setState({ kind: "booting" });
              start();
            }}
          />
        </Frame>
      );
  }
}

/** The wallet code beside the network's addresses; what is on the screen is replaced once, and never under a finger. */
async function load(): Promise<{ readonly App: App; readonly booted: Booted }> {
  const [{ default: App }, booted] = await Promise.all([
    import("./App"),
    import("./start").then(({ boot }) => boot()),
  ]);
  await released();
  return { App, booted };
}

function early({ say }: Words, wanted: boolean, onPress: () => void) {
  return routeOf(location.pathname) === "welcome" ? (
    <Welcome
      sessionLimitSeconds={300}
      action={say("welcome.signIn")}
      busy={wanted}
      onPress={onPress}
    />
  ) : (
    <Waiting what={say("shell.opening")} usually={say("common.aSecond")} padded />
  );
}
