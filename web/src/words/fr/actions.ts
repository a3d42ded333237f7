import type english from "../en/actions";
import type { Translation } from "../catalogue";

export default {
  "mint.title": "Prendre un pass {tier}",
  "mint.explanation": "Le pass est à toi pour toujours : garde-le, offre-le ou vends-le.",
  "mint.value": "Pass {tier}",
  "mint.doneTitle": "Le pass {tier} est à toi",
  "mint.doneText": "Il te laisse rencontrer du monde aussi souvent que tu veux, et il ouvre ceci :",
  "upgrade.title": "En faire un pass {tier}",
  "upgrade.explanation":
    "Ton pass garde son numéro et reçoit une nouvelle image. Tu paies ce qui manque pour atteindre le prix.",
  "upgrade.value": "La différence",
  "upgrade.doneTitle": "C’est un pass {tier} maintenant",
  "upgrade.doneText": "Il ouvre ceci :",
  "stake.title": "Déposer {amount}",
  "stake.value": "Ton dépôt",
  "stake.doneTitle": "Ton dépôt est fait",
  "stake.doneText": "Tu peux rencontrer du monde aussi souvent que tu veux.",
  "stake.warmUp":
    "Il compte dans {length}. Ensuite, tu peux rencontrer du monde aussi souvent que tu veux.",
  "unstake.title": "Reprendre ton dépôt",
  "unstake.explanation":
    "{amount} cessent de compter aussitôt et peuvent être retirés après {length}. Sans pass, tu ne pourras rencontrer personne avant un nouveau dépôt.",
  "unstake.doneTitle": "Ton dépôt est en route",
  "unstake.doneText": "Reviens dans {length} pour le retirer.",
  "withdraw.title": "Retirer {amount}",
  "withdraw.explanation": "Le délai d’attente est passé. Cela va droit dans ton portefeuille.",
  "withdraw.doneTitle": "C’est de retour dans ton portefeuille",
  "withdraw.doneText": "{amount} sont rentrés à la maison.",
} satisfies Translation<typeof english>;
