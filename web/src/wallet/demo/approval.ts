import type { Hex } from "viem";

/** What a demo wallet asks its person before it does it. */
export type ApprovalRequest =
  | { readonly kind: "connect" }
  | { readonly kind: "sign"; readonly text: string }
  | {
      readonly kind: "send";
      readonly to: string;
      /** In wei. */
      readonly value: bigint;
      /** The most the network may take, in wei. */
      readonly fee: bigint;
      readonly data: Hex;
    };

/** A request on its way to the person, and how it is answered. */
export interface PendingApproval {
  readonly id: number;
  readonly wallet: string;
  readonly host: string;
  readonly request: ApprovalRequest;
  readonly answer: (approved: boolean) => void;
}

/**
 * The demo wallets' own window, one question at a time: providers ask, whatever draws the window subscribes.
 * The two methods fit `useSyncExternalStore`.
 */
export class ApprovalQueue {
  #waiting: PendingApproval[] = [];
  #next = 0;
  readonly #listeners = new Set<() => void>();

  /** Resolves with the person's answer. */
  ask(wallet: string, host: string, request: ApprovalRequest): Promise<boolean> {
    return new Promise((resolve) => {
      const id = this.#next++;
      const answer = (approved: boolean) => {
        this.#waiting = this.#waiting.filter((pending) => pending.id !== id);
        this.#notify();
        resolve(approved);
      };
      this.#waiting.push({ id, wallet, host, request, answer });
      this.#notify();
    });
  }

  readonly current = (): PendingApproval | undefined => this.#waiting[0];

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #notify() {
    for (const listener of this.#listeners) listener();
  }
}

/** The questions of every demo wallet of this page. */
export const approvals = new ApprovalQueue();
