import type { Catalogue } from "../catalogue";
import common from "./common";
import page from "./page";
import shell from "./shell";
import welcome from "./welcome";
import signin from "./signin";
import advice from "./advice";
import passes from "./passes";
import actions from "./actions";
import features from "./features";
import transaction from "./transaction";
import demo from "./demo";
import media from "./media";
import lobby from "./lobby";
import encounter from "./encounter";
import ending from "./ending";
import safety from "./safety";

export default {
  common,
  page,
  shell,
  welcome,
  signin,
  advice,
  passes,
  actions,
  features,
  transaction,
  demo,
  media,
  lobby,
  encounter,
  ending,
  safety,
} satisfies Catalogue;
