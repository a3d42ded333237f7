import styles from "./Contacts.module.css";

/** Words to be written down, in their order. */
export function Phrase({ words }: { readonly words: string }) {
  return (
    <ol className={styles.phrase} dir="ltr" translate="no" data-testid="phrase">
      {words.split(" ").map((word, index) => (
        <li key={index}>{word}</li>
      ))}
    </ol>
  );
}
