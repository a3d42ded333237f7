import { useState } from "react";
import { useConfig, useConnection } from "wagmi";
import { signTypedData } from "wagmi/actions";
import type { Contacts } from "../../contacts/Contacts";
import type { Sign, VaultState } from "../../contacts/Vault";
import type { KeyRequest } from "../../contacts/vaultKey";
import { advise } from "../../wallet/advice";
import { shownWallet } from "../../wallet/announced";
import { WalletFailure } from "../../wallet/failure";
import { useWords } from "../../words/useWords";
import { Advice } from "../controls/Advice";
import { Button } from "../controls/Button";
import { useObservable } from "../meet/useObservable";
import { useChain } from "../shell/network";
import styles from "./Contacts.module.css";
import { Phrase } from "./Phrase";

const START_OVER = "start-over";

/** From sealed to open: the wallet's signature, or twelve words where that makes no key. */
export function OpenVault({
  contacts,
  text,
  onConnect,
}: {
  readonly contacts: Contacts;
  readonly text: string;
  /** Where the wallet can be connected again, if it went away. */
  readonly onConnect?: () => void;
}) {
  const words = useWords();
  const { say } = words;
  const state = useObservable(contacts.vault.state);
  const { network } = useChain();
  const { connector } = useConnection();
  const sign = useSign();
  const open = () => {
    if (connector === undefined && onConnect !== undefined) onConnect();
    else void contacts.vault.open(sign);
  };
  switch (state.kind) {
    case "closed":
      return (
        <div className={styles.form}>
          <p>{text}</p>
          <div>
            <Button look="primary" data-first="" onClick={open}>
              {say("contacts.vault.open")}
            </Button>
          </div>
        </div>
      );
    case "reading":
      return <p role="status">{say("contacts.vault.reading")}</p>;
    case "signing":
      return <p role="status">{say(`contacts.vault.sign.${state.time}`)}</p>;
    case "phrase-made":
      return <PhraseMade state={state} contacts={contacts} />;
    case "start-over-asked":
      return <StartOver entries={state.entries} contacts={contacts} sign={sign} />;
    case "phrase-asked":
      return <PhraseAsked wrong={state.wrong} contacts={contacts} />;
    case "failed":
      return <Advice advice={advise(state.failure, network.chainName, words)} onPress={open} />;
    case "open":
      return null;
    default:
      return state satisfies never;
  }
}

function PhraseMade({
  state: { phrase },
  contacts: { vault },
}: {
  readonly state: Extract<VaultState, { kind: "phrase-made" }>;
  readonly contacts: Contacts;
}) {
  const { say } = useWords();
  const { connector } = useConnection();
  const wallet = connector === undefined ? "" : shownWallet(connector, "").name;
  return (
    <div className={styles.form}>
      <h2 className={styles.heading}>{say("contacts.vault.phrase.title")}</h2>
      <p>
        {wallet === ""
          ? say("contacts.vault.phrase.text")
          : say("contacts.vault.phrase.named", { wallet })}
      </p>
      <Phrase words={phrase} />
      <div className={styles.ways}>
        <Button look="primary" onClick={() => void vault.keepPhrase()}>
          {say("contacts.vault.phrase.kept")}
        </Button>
        <Button onClick={() => vault.dismiss()}>{say("common.cancel")}</Button>
      </div>
    </div>
  );
}

function PhraseAsked({
  wrong,
  contacts: { vault },
}: {
  readonly wrong: boolean;
  readonly contacts: Contacts;
}) {
  const { say } = useWords();
  const [phrase, setPhrase] = useState("");
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void vault.enterPhrase(phrase);
      }}
    >
      <p>{say("contacts.vault.phrase.ask")}</p>
      <label className={styles.field}>
        {say("contacts.vault.phrase.words")}
        <textarea
          rows={3}
          value={phrase}
          dir="ltr"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={wrong || undefined}
          onChange={(event) => setPhrase(event.target.value)}
        />
      </label>
      {wrong && <p role="alert">{say("contacts.vault.phrase.wrong")}</p>}
      <div className={styles.ways}>
        <Button type="submit" look="primary">
          {say("contacts.vault.phrase.use")}
        </Button>
        <Button onClick={() => void vault.askToStartOver()}>
          {say("contacts.vault.phrase.lost")}
        </Button>
        <Button onClick={() => vault.dismiss()}>{say("common.cancel")}</Button>
      </div>
    </form>
  );
}

function StartOver({
  entries,
  contacts: { vault },
  sign,
}: {
  readonly entries: number;
  readonly contacts: Contacts;
  readonly sign: Sign;
}) {
  const { say } = useWords();
  return (
    <div className={styles.form} role="group" aria-labelledby={START_OVER}>
      <h2 id={START_OVER} className={styles.heading}>
        {say("contacts.vault.startOver.title")}
      </h2>
      <p role="alert">{say("contacts.vault.startOver.text", { count: entries })}</p>
      <div className={styles.ways}>
        <Button look="end" onClick={() => void vault.startOver(sign)}>
          {say("contacts.vault.startOver.button", { count: entries })}
        </Button>
        <Button data-first="" onClick={() => vault.dismiss()}>
          {say("common.cancel")}
        </Button>
      </div>
    </div>
  );
}

/** Asks the wallet that the page is connected to. */
function useSign() {
  const config = useConfig();
  const { connector } = useConnection();
  return (request: KeyRequest) => {
    if (connector === undefined) return Promise.reject(new WalletFailure({ kind: "wallet-gone" }));
    return signTypedData(config, { ...request, account: request.message.wallet, connector });
  };
}
