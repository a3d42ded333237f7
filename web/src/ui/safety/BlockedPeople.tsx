import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { countBlocks, forgetBlocks } from "../../safety/blocks";
import { useWords } from "../../words/useWords";
import { Button } from "../controls/Button";
import styles from "./Questions.module.css";

const BLOCKS = ["blocks"] as const;

/** How many this wallet has blocked, and the way to take that back. Strangers have no names to list. */
export function BlockedPeople() {
  const { say } = useWords();
  const [asked, setAsked] = useState(false);
  const queries = useQueryClient();
  const { data: count } = useQuery({ queryKey: BLOCKS, queryFn: countBlocks, staleTime: 0 });
  const forget = useMutation({
    mutationFn: forgetBlocks,
    onSuccess: (left) => {
      queries.setQueryData(BLOCKS, left);
      setAsked(false);
    },
  });
  return (
    <section className={styles.form} aria-label={say("safety.blocks.label")}>
      <p role="status">
        {say("safety.blocks.label")}:{" "}
        {count === undefined ? say("safety.blocks.unknown") : say("safety.blocks.count", { count })}
      </p>
      {asked ? (
        <>
          <p className={styles.quiet}>{say("safety.blocks.question")}</p>
          {forget.isError && <p role="alert">{say("safety.refused.store-down")}</p>}
          <Button look="end" busy={forget.isPending} onClick={() => forget.mutate()}>
            {say("safety.blocks.confirm")}
          </Button>
          <Button onClick={() => setAsked(false)}>{say("common.cancel")}</Button>
        </>
      ) : (
        count !== undefined &&
        count > 0 && <Button onClick={() => setAsked(true)}>{say("safety.blocks.forget")}</Button>
      )}
    </section>
  );
}
