import { ask } from "./api";

/** Whether the service lets the signed-in account meet people now; rejects while it cannot tell. */
export async function mayMeetByService(): Promise<boolean> {
  const rights: unknown = await (await ask("GET", "/api/entitlement")).json();
  return (
    typeof rights === "object" && rights !== null && "mayMeet" in rights && rights.mayMeet === true
  );
}
