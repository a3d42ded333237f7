import { useId, useState } from "react";
import type { KeyboardEvent } from "react";
import { useWords } from "../../words/useWords";
import { CloseIcon } from "../meet/icons";
import { addInterests, COMMA, LANGUAGES, MOST_INTERESTS, MOST_LANGUAGES } from "./wishes";
import styles from "./Chips.module.css";

interface ListProps {
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** Up to eight things to talk about. Enter or a comma adds one, Backspace in an empty field takes the last away. */
export function Interests({ values, onChange }: ListProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState("");
  const id = useId();
  const full = values.length >= MOST_INTERESTS;
  const add = (): void => {
    onChange(addInterests(values, typed));
    setTyped("");
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" || COMMA.test(event.key)) {
      event.preventDefault();
      add();
    }
    if (event.key === "Backspace" && typed === "") onChange(values.slice(0, -1));
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {say("lobby.interests")} <span className={styles.quiet}>{say("common.optional")}</span>
      </label>
      <ChipList values={values} nameOf={(value) => value} onChange={onChange} />
      <input
        id={id}
        value={typed}
        disabled={full}
        maxLength={120}
        autoComplete="off"
        enterKeyHint="done"
        placeholder={say(full ? "lobby.interestsFull" : "lobby.interestsExample")}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={add}
      />
    </div>
  );
}

/** Up to four languages. */
export function Languages({ values, onChange }: ListProps) {
  const { say, languageName } = useWords();
  const id = useId();
  const offered = LANGUAGES.filter((code) => !values.includes(code));
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {say("lobby.languages")} <span className={styles.quiet}>{say("common.optional")}</span>
      </label>
      <ChipList values={values} nameOf={languageName} onChange={onChange} />
      <select
        id={id}
        value=""
        disabled={values.length >= MOST_LANGUAGES}
        onChange={(event) => onChange([...values, event.target.value])}
      >
        <option value="">
          {say(values.length >= MOST_LANGUAGES ? "lobby.languagesFull" : "lobby.addLanguage")}
        </option>
        {offered.map((code) => (
          <option key={code} value={code}>
            {languageName(code)}
          </option>
        ))}
      </select>
    </div>
  );
}

function ChipList({
  values,
  nameOf,
  onChange,
}: ListProps & { readonly nameOf: (value: string) => string }) {
  const { say } = useWords();
  if (values.length === 0) return null;
  return (
    <ul className={styles.chips}>
      {values.map((value) => (
        <li key={value}>
          <button
            type="button"
            className={styles.chip}
            aria-label={say("lobby.remove", { name: nameOf(value) })}
            onClick={() => onChange(values.filter((other) => other !== value))}
          >
            <bdi>{nameOf(value)}</bdi>
            <CloseIcon />
          </button>
        </li>
      ))}
    </ul>
  );
}
