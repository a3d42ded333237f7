import type english from "../en/lobby";
import type { Translation } from "../catalogue";

export default {
  title: "Rencontre une personne inconnue pendant {length}",
  encrypted: "L’image et la voix passent chiffrées d’un navigateur à l’autre.",
  blurred:
    "On vous entend dès le début, et votre image reste floue jusqu’à ce que vous vouliez vous montrer l’un à l’autre.",
  interests: "Ce dont tu aimes parler",
  interestsExample: "jazz, trains de nuit…",
  interestsFull: "Huit, c’est assez",
  languages: "Langues que tu parles",
  addLanguage: "En ajouter une",
  languagesFull: "Quatre, c’est assez",
  remove: "Retirer {name}",
  needsEntitlement: "Pour rencontrer quelqu’un, il faut un dépôt actif ou un pass.",
  getEntitlement: "Prends un pass ou dépose",
  meet: "Rencontrer",
  counting:
    "Ton dépôt ou ton pass est sur la blockchain. Le service le compte dès qu’il est confirmé : quelques blocs, en général moins d’une minute.",
  "hint.nothing": "Sans caméra ni micro, pas de rencontre.",
  "hint.voiceOnly": "Tu peux venir avec ta seule voix. L’autre verra une lampe à ta place.",
  "hint.pictureOnly": "L’autre te verra, mais ne t’entendra pas.",
  looking: "Recherche de quelqu’un",
  lost: "La connexion est perdue. Nouvel essai…",
  opening: "On ouvre la porte…",
  others:
    "{count, plural, =0 {Personne d’autre n’attend encore. Reste un instant.} one {# autre personne attend} other {# autres personnes attendent}}",
  afterFailed: "La connexion n’a pas pris. Cela ne t’a rien coûté, et tu passes en premier.",
  timeStarts: "Le temps commence quand vous vous voyez.",
  anyone: "Personne ne partage tes intérêts en ce moment : ce sera peut-être quelqu’un d’autre.",
  first: "D’abord quelqu’un qui aime : {interests}. Après un moment, n’importe qui.",
  "notice.entitlement-required.title": "Il faut un dépôt ou un pass",
  "notice.entitlement-required.text":
    "Tu n’en as pas d’actif pour l’instant. Prends-en un sur la page des pass, puis reviens.",
  "notice.chain-unavailable.title": "La blockchain est illisible pour le moment",
  "notice.chain-unavailable.text":
    "Sans elle, impossible de savoir qui peut entrer. Réessaie dans une minute.",
  "notice.in-encounter-elsewhere.title": "Tu es déjà avec quelqu’un",
  "notice.in-encounter-elsewhere.text":
    "Une autre de tes fenêtres attend ou est en rencontre. Quitte-la d’abord.",
  "notice.too-fast.title": "C’était un peu rapide",
  "notice.too-fast.text": "Respire et réessaie.",
  "notice.refused.title": "Ça n’a pas marché",
  "notice.refused.text": "Change ce que tu as écrit sur toi et réessaie.",
} satisfies Translation<typeof english>;
