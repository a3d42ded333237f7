import { type Language, LANGUAGES, NATIVE_NAMES } from "../../words/languages";
import { speak } from "../../words/speaking";
import { useWords } from "../../words/useWords";
import styles from "./LanguageChoice.module.css";

/** The page's languages, each under its own name. */
export function LanguageChoice() {
  const { say, language } = useWords();
  return (
    <label className={styles.choice}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <path
          d="M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM2.5 10h15M10 2.5c2.5 2 3.5 4.6 3.5 7.5s-1 5.5-3.5 7.5c-2.5-2-3.5-4.6-3.5-7.5s1-5.5 3.5-7.5Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinejoin="round"
        />
      </svg>
      <span className="visually-hidden">{say("page.language")}</span>
      <select
        value={language}
        onChange={(event) => void speak(event.target.value as Language)}
        className={styles.select}
      >
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each}>
            {NATIVE_NAMES[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
