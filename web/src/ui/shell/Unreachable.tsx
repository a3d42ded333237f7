import { advise } from "../../wallet/advice";
import { useWords } from "../../words/useWords";
import { Advice } from "../controls/Advice";
import { Screen } from "../controls/Screen";

/** The service or the chain does not answer. */
export function Unreachable({ onRetry }: { readonly onRetry: () => void }) {
  const words = useWords();
  return (
    <Screen title={words.say("shell.unreachable")}>
      <Advice advice={advise({ kind: "unreachable" }, "", words)} onPress={onRetry} />
    </Screen>
  );
}
