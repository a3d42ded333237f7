import type { Contact } from "../../contacts/contact";
import { useWords } from "../../words/useWords";

/** What a contact is called: their name, or when one met them. */
export function useNaming(): (contact: Pick<Contact, "name" | "since">) => string {
  const { say, date } = useWords();
  return ({ name, since }) =>
    name === "" ? say("contacts.unnamed", { date: date(new Date(`${since}T12:00:00Z`)) }) : name;
}
