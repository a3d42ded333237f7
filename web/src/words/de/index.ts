import type { Catalogue } from "../catalogue";
import common from "./common";
import page from "./page";
import shell from "./shell";
import welcome from "./welcome";

export default { common, page, shell, welcome } satisfies Catalogue;
