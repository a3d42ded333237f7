/** `navigator.connection` (Network Information API); Firefox and Safari have none. */
interface NetworkInformation extends EventTarget {
  readonly type?: string;
}

/** Calls back when the device says that it came online or changed networks; returns the way to stop. */
export function onNetworkChange(listener: () => void): () => void {
  const { connection } = navigator as { connection?: NetworkInformation };
  window.addEventListener("online", listener);
  connection?.addEventListener("change", listener);
  return () => {
    window.removeEventListener("online", listener);
    connection?.removeEventListener("change", listener);
  };
}
