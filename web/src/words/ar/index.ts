import type { Catalogue } from "../catalogue";
import common from "./common";
import contacts from "./contacts";
import nudity from "./nudity";
import page from "./page";
import shell from "./shell";
import veil from "./veil";
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
import trouble from "./trouble";
import ending from "./ending";
import chat from "./chat";
import verification from "./verification";
import emoji from "./emoji";
import files from "./files";
import quality from "./quality";
import screen from "./screen";
import sound from "./sound";
import safety from "./safety";
import recording from "./recording";
import streaming from "./streaming";
import studio from "./studio";

export default {
  common,
  nudity,
  page,
  shell,
  welcome,
  signin,
  advice,
  passes,
  actions,
  features,
  transaction,
  veil,
  demo,
  media,
  lobby,
  encounter,
  trouble,
  ending,
  chat,
  verification,
  emoji,
  files,
  quality,
  screen,
  sound,
  safety,
  contacts,
  recording,
  streaming,
  studio,
} satisfies Catalogue;
