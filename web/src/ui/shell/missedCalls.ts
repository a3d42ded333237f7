import { Variable } from "../../signaling/observable";

/** How many missed calls this person has not seen: what there is to contacts says it, and may be fetched late. */
export const missedCalls = new Variable(0);
