import { partsOf } from "../../files/name";
import styles from "./FileName.module.css";

/** A file's name in one line; however long, its ending is seen, since that is what a system goes by. */
export function FileName({ name }: { readonly name: string }) {
  const { stem, ending } = partsOf(name);
  return (
    <bdi className={styles.name} title={name}>
      <span className={styles.stem}>{stem}</span>
      <span className={styles.ending}>{ending}</span>
    </bdi>
  );
}
