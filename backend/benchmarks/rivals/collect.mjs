/** Collects garbage on SIGUSR2, so that resident memory is compared after a collection everywhere. */
export function collectOnDemand() {
  process.on("SIGUSR2", () => globalThis.gc());
}
