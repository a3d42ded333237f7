import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import type { Words } from "../../words/Words";
import { useWords } from "../../words/useWords";
import { Welcome } from "../welcome/Welcome";
import { Frame } from "./Frame";
import { routeOf } from "./router";
import { Waiting } from "../controls/Waiting";
import { Unreachable } from "./Unreachable";
import type { Booted } from "./start";

const loadApp = () => import("./App");
const App = lazy(loadApp);

type BootState =
  | { readonly kind: "booting" }
  | { readonly kind: "booted"; readonly booted: Booted }
  | { readonly kind: "unreachable" };

/** Shows the welcome at once, while the wallet code and the network's addresses are still on their way. */
export function Boot() {
  const words = useWords();
  const [state, setState] = useState<BootState>({ kind: "booting" });
  const start = useCallback(() => {
    // Beside the network's addresses, not after them.
    void loadApp().catch(() => undefined);
    import("./start")
      .then(({ boot }) => boot())
      .then(
        (booted) => setState({ kind: "booted", booted }),
        () => setState({ kind: "unreachable" }),
      );
  }, []);
  useEffect(start, [start]);

  // A press is not lost because it came early.
  const [wanted, setWanted] = useState(false);
  const waiting = <Frame>{early(words, wanted, () => setWanted(true))}</Frame>;
  switch (state.kind) {
    case "booting":
      return waiting;
    case "booted":
      return (
        <Suspense fallback={waiting}>
          <App {...state.booted} signInWanted={wanted} />
        </Suspense>
      );
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
