import { useState } from "react";
import { useConnection } from "wagmi";
import type { Action } from "../../wallet/actions";
import { type Holdings, mayMeet, type Pass, type Tier } from "../../wallet/passes";
import type { Session } from "../../wallet/session";
import type { Words } from "../../words/Words";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import { Screen } from "../controls/Screen";
import { Waiting } from "../controls/Waiting";
import { useHoldings, useTerms, useTiers } from "../shell/chainQueries";
import { navigate } from "../shell/router";
import { Unreachable } from "../shell/Unreachable";
import { TransactionDialog } from "../transaction/TransactionDialog";
import { Held } from "./Held";
import { PassCard } from "./PassCard";
import styles from "./Passes.module.css";
import { StakePanel } from "./StakePanel";
import { TierCard } from "./TierCard";
import { usePasses } from "./usePasses";

/** Stake and passes: what opens the door, what one holds, what it unlocks. */
export function PassesScreen({
  session,
  onConnect,
}: {
  readonly session: Session;
  readonly onConnect: () => void;
}) {
  const words = useWords();
  const { say } = words;
  const account = session.address;
  const tiers = useTiers();
  const terms = useTerms();
  const holdings = useHoldings(account);
  const passes = usePasses(account, holdings.data?.passCount ?? 0);
  const { status } = useConnection();
  const [chosen, setChosen] = useState<{ action: Action; tier?: Tier }>();

  if (tiers.data === undefined || terms.data === undefined || holdings.data == null) {
    if (tiers.isError || terms.isError || holdings.isError)
      return (
        <Unreachable
          onRetry={() => {
            for (const query of [tiers, terms, holdings]) void query.refetch();
          }}
        />
      );
    return (
      <Screen title={say("passes.title")}>
        <Waiting what={say("passes.reading")} usually={say("common.aSecond")} shape="cards" />
      </Screen>
    );
  }

  // Without its wallet a session can look, but not pay.
  const choose = (action: Action, tier?: Tier) =>
    status === "connected"
      ? setChosen(tier === undefined ? { action } : { action, tier })
      : onConnect();

  return (
    <Screen title={say("passes.title")} lead={leadOf(holdings.data, words)}>
      <Held
        passes={passes.data}
        count={holdings.data.passCount}
        tiers={tiers.data}
        busy={status === "reconnecting"}
        onChoose={choose}
      />
      <StakePanel
        terms={terms.data}
        holdings={holdings.data}
        busy={status === "reconnecting"}
        onChoose={choose}
      />
      <section className={styles.section} aria-labelledby="tiers">
        <div className={styles.heading}>
          <h2 id="tiers">{say("passes.passes")}</h2>
          <p>{say("passes.everyPass")}</p>
        </div>
        <ul className={styles.tiers}>
          {tiers.data.map((tier) => (
            <TierCard
              key={tier.id}
              tier={tier}
              busy={status === "reconnecting"}
              onChoose={(action) => choose(action, tier)}
            />
          ))}
        </ul>
      </section>
      {chosen !== undefined && (
        <TransactionDialog
          action={chosen.action}
          account={account}
          onClose={() => setChosen(undefined)}
          onReconnect={() => {
            setChosen(undefined);
            onConnect();
          }}
        >
          <Afterwards
            tier={chosen.tier}
            pass={passes.data?.find((pass) => pass.tierId === chosen.tier?.id)}
            ready={mayMeet(holdings.data)}
            onClose={() => setChosen(undefined)}
          />
        </TransactionDialog>
      )}
    </Screen>
  );
}

function leadOf(holdings: Holdings, { say }: Words): string {
  return say(mayMeet(holdings) ? "passes.open" : "passes.closed");
}

/** What one has now, and the way on. */
function Afterwards({
  tier,
  pass,
  ready,
  onClose,
}: {
  readonly tier: Tier | undefined;
  readonly pass: Pass | undefined;
  readonly ready: boolean;
  readonly onClose: () => void;
}) {
  const { say } = useWords();
  return (
    <>
      {tier !== undefined && pass !== undefined && <PassCard pass={pass} tier={tier} />}
      <div className={styles.onward}>
        <Button
          look="primary"
          size="large"
          onClick={() => {
            onClose();
            if (ready) navigate("meet");
          }}
        >
          {say(ready ? "welcome.goMeet" : "passes.good")}
        </Button>
      </div>
    </>
  );
}
