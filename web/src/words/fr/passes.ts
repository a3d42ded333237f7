import type english from "../en/passes";
import type { Translation } from "../catalogue";

export default {
  title: "Ton entrée",
  reading: "Lecture des pass et du dépôt sur la blockchain",
  readingPictures: "Récupération de leurs images sur la blockchain",
  twoSeconds: "Une seconde ou deux.",
  open: "La porte est ouverte : rencontre du monde aussi souvent que tu veux.",
  closed: "Deux clés ouvrent la porte : un dépôt qui reste à toi, ou un pass qui ouvre davantage.",
  passes: "Pass",
  everyPass: "Chaque pass te laisse rencontrer du monde, comme un dépôt. Ce qu’il ouvre en plus :",
  held: "{count, plural, one {Ton pass} other {Tes # pass}}",
  numbered: "{name} #{number}",
  unknownTier: "Pass",
  yours: "{name}, à toi",
  picture: "Image de {name}",
  coming: "Bientôt sur cette page",
  makeIt: "Passer à {tier} · {price}",
  get: "Prendre un pass {tier}",
  closedTier: "N’est plus vendu",
  soldOut: "Épuisé",
  left: "Il en reste {left} sur {supply}",
  good: "Bien",
  stake: "Dépôt",
  staked: "{amount} déposés",
  yourStake:
    "Ton dépôt est à toi : pars quand tu veux, il revient dans ton portefeuille après {length}.",
  takeBack: "Reprendre mon dépôt",
  amount: "Montant à déposer, en ETH",
  unit: "ETH",
  doStake: "Déposer",
  orMore: "{amount} ou plus",
  "complaint.malformed": "Écris un montant en ETH, par exemple {example}.",
  "complaint.tooLittle": "Le minimum qui compte est {amount}.",
  cooling: "{amount} pourront être retirés dans <strong>{length}</strong>.",
  cooled: "{amount} peuvent revenir dans ton portefeuille maintenant.",
  withdraw: "Retirer",
  "standing.belowMinimum":
    "Le minimum qui compte est maintenant {least}. Ajoute {missing}, ou reprends ton dépôt.",
  "standing.warmingUp": "Ton dépôt compte dans {length}.",
  "standing.minimumRises":
    "Dans {length}, le minimum qui compte sera {least} ; le tien n’ouvrira alors plus de rencontres.",
} satisfies Translation<typeof english>;
