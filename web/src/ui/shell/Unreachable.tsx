import { advise } from "../../wallet/advice";
import { Advice } from "../controls/Advice";
import { Screen } from "../controls/Screen";

/** The service or the chain does not answer. */
export function Unreachable({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <Screen title="Nobody answers">
      <Advice advice={advise({ kind: "unreachable" }, "")} onPress={onRetry} />
    </Screen>
  );
}
