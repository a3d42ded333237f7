import type { Feature } from "../../wallet/features";
import { useWords } from "../../words/useWords";
import styles from "./FeatureList.module.css";

/**
 * What a pass unlocks, as plain sentences; with `where`, the control that each lights up. What this page does not have
 * yet is said to be on its way.
 */
export function FeatureList({
  features,
  where = false,
}: {
  readonly features: readonly Feature[];
  readonly where?: boolean;
}) {
  const { say } = useWords();
  const ready = features.filter((feature) => feature.ready);
  const coming = features.filter((feature) => !feature.ready);
  return (
    <div className={styles.lists}>
      {ready.length > 0 && <Sentences features={ready} where={where} />}
      {coming.length > 0 && (
        <>
          <p className={styles.coming}>{say("passes.coming")}</p>
          <Sentences features={coming} where={false} />
        </>
      )}
    </div>
  );
}

function Sentences({
  features,
  where,
}: {
  readonly features: readonly Feature[];
  readonly where: boolean;
}) {
  const { say } = useWords();
  return (
    <ul className={styles.features}>
      {features.map((feature) => (
        <li key={feature.name}>
          <FeatureIcon name={feature.name} />
          <span>
            {say(`features.${feature.name}.sentence`)}
            {where && (
              <span className={styles.where}>{say(`features.${feature.name}.control`)}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

const PATHS: Readonly<Record<Feature["name"], string>> = {
  contacts:
    "M10 17C4 12.5 2.5 9.5 2.5 7a3.7 3.7 0 0 1 7.5-1 3.7 3.7 0 0 1 7.5 1c0 2.5-1.5 5.5-7.5 10Z",
  recording: "M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 4.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z",
  streaming: "M10 11.5V17M6.8 13.2a4.5 4.5 0 1 1 6.4 0M4.3 15.7a8 8 0 1 1 11.4 0M10 9.5v1",
  "studio-inputs": "M4.5 3v14M10 3v14M15.5 3v14M2.5 12.5h4M8 7h4M13.5 11h4",
  "large-rooms":
    "M7 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-5 7.5c0-3 2-5 5-5s5 2 5 5M13.5 9a2.2 2.2 0 1 0-.5-4.3M14.5 11.7c2.2.5 3.5 2.3 3.5 4.8",
};

function FeatureIcon({ name }: { readonly name: Feature["name"] }) {
  return (
    <svg className={styles.icon} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
