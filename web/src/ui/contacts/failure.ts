import type { Failure } from "../../wallet/failure";
import type { PlainId } from "../../words/catalogue";

/** Why the list could not be changed, in words. */
export function sayFailure(failure: Failure): PlainId {
  if (failure.kind !== "service") return "contacts.failed";
  switch (failure.code) {
    case "feature-required":
      return "contacts.failed.feature";
    case "contacts-full":
      return "contacts.failed.full";
    default:
      return "contacts.failed";
  }
}
