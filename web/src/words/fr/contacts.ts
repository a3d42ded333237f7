import type english from "../en/contacts";
import type { Translation } from "../catalogue";

export default {
  title: "Contacts",
  lead: "Les personnes que tu gardes et qui te gardent. Personne d’autre ne peut lire cette liste, le service non plus.",
  keep: "Garder",
  "keep.title": "Se garder",
  "keep.how":
    "Si vous touchez tous les deux « Garder » pendant la rencontre, chacun a l’autre en contact. Si un seul le fait, l’autre ne l’apprend jamais.",
  "keep.button": "Garder cette personne",
  "keep.wanted":
    "Tu aimerais garder cette personne. Si l’envie est partagée, vous le saurez en quelques secondes : reste jusque-là. Sinon, elle ne l’apprendra jamais.",
  "keep.unanswered":
    "Tu aurais aimé garder cette personne. Quand vous vous êtes quittés, rien ne disait encore si l’envie était partagée.",
  "keep.forget": "Retirer",
  "keep.both": "Vous vous gardez maintenant.",
  "keep.name": "Donne-lui un nom pour la reconnaître. Tu es seul à le voir.",
  "keep.already": "Vous vous gardez déjà.",
  "keep.saving": "Enregistrement…",
  "keep.failed": "Cette personne n’est pas encore dans ta liste.",
  "keep.again": "Réessayer",
  "keep.open": "Ouvre d’abord tes contacts : ton portefeuille a la clé.",
  "keep.show": "Donner un nom",
  unnamed: "Quelqu’un du {date}",
  name: "Nom",
  note: "Note",
  visible: "Peut voir quand tu es là",
  visibleMeans: "C’est ce qui lui permet de t’appeler.",
  save: "Enregistrer",
  saved: "Enregistré",
  edit: "Modifier",
  "edit.named": "Modifier {name}",
  call: "Appeler",
  "call.named": "Appeler {name}",
  remove: "Retirer",
  "remove.named": "Retirer {name}",
  "remove.question":
    "Aucun de vous ne voit plus quand l’autre est là, et vous ne pouvez plus vous appeler. L’autre n’en est pas averti. Pour vous garder à nouveau, il faudrait vous croiser par hasard.",
  online: "Est là",
  offline: "N’est pas là",
  since: "Depuis le {date}",
  missed: "T’a appelé à {time}",
  "missed.count": "{count, plural, one {Un appel manqué} other {# appels manqués}}",
  empty:
    "Personne pour l’instant. Quand quelqu’un te plaît, touche « Garder » à côté de son image : si l’envie est partagée, vous vous retrouverez ici.",
  unreadable:
    "{count, plural, one {Une entrée a été scellée avec une autre clé et ne peut pas être ouverte.} other {# entrées ont été scellées avec une autre clé et ne peuvent pas être ouvertes.}}",
  "unreadable.remove": "{count, plural, one {La retirer} other {Les retirer}}",
  "unreadable.question":
    "{count, plural, one {L’entrée est retirée pour toujours : aucune clé ne la ramène.} other {# entrées sont retirées pour toujours : aucune clé ne les ramène.}}",
  unsaved:
    "{count, plural, one {Une personne que tu gardes maintenant n’est pas encore dans ta liste. Laisse cette page ouverte : un nouvel essai suivra.} other {# personnes que tu gardes maintenant ne sont pas encore dans ta liste. Laisse cette page ouverte : un nouvel essai suivra.}}",
  findable: "Laisser mes contacts voir que je suis là",
  findableMeans:
    "Tant que cette page est ouverte dans ce navigateur, les personnes à qui tu le permets voient que tu es là et peuvent t’appeler.",
  locked: "Garder des personnes et les appeler s’ouvre avec un pass.",
  "vault.text":
    "Ta liste est scellée avec une clé que seul ton portefeuille peut faire. Laisse-le signer, et elle s’ouvre dans ce navigateur. Cela ne coûte rien.",
  "vault.open": "Ouvrir mes contacts",
  "vault.reading": "Ouverture de tes contacts",
  "vault.sign.only": "Signe dans ton portefeuille : c’est ce qui fait la clé.",
  "vault.sign.first":
    "Signe dans ton portefeuille : c’est ce qui fait la clé. La première fois, la question vient deux fois.",
  "vault.sign.second":
    "Encore une fois : les deux signatures doivent être identiques, sinon tu ne pourrais pas revenir.",
  "vault.phrase.title": "Ton portefeuille a besoin de douze mots",
  "vault.phrase.text":
    "Ton portefeuille ne donne aucune signature qui puisse être une clé. Ces douze mots en tiennent lieu. Note-les : personne ne pourra te les redonner.",
  "vault.phrase.named":
    "{wallet} ne donne aucune signature qui puisse être une clé. Ces douze mots en tiennent lieu. Note-les : personne ne pourra te les redonner.",
  "vault.phrase.kept": "Je les ai notés",
  "vault.phrase.ask":
    "Ta liste a été scellée avec douze mots, ou par la signature d’un autre portefeuille. Écris les mots que tu as notés.",
  "vault.phrase.words": "Douze mots",
  "vault.phrase.wrong":
    "Ce ne sont pas les bons mots. Cherche une faute de frappe et vérifie leur ordre.",
  "vault.phrase.use": "Ouvrir avec ces mots",
  "vault.phrase.lost": "Je ne les ai pas : recommencer",
  "vault.startOver.title": "Recommencer ?",
  "vault.startOver.text":
    "{count, plural, one {Une entrée scellée est retirée pour toujours. Personne ne pourra la ramener, et ta liste repart de zéro.} other {# entrées scellées sont retirées pour toujours. Personne ne pourra les ramener, et ta liste repart de zéro.}}",
  "vault.startOver.button":
    "{count, plural, one {La retirer et recommencer} other {Les retirer et recommencer}}",
  export: "Enregistrer dans un fichier",
  "export.title": "Tes contacts dans un fichier",
  "export.text":
    "Le fichier ne s’ouvre qu’avec ces douze mots. Ils n’y sont pas : note-les et garde les deux séparément. Qui a les deux peut se faire passer pour toi auprès de tes contacts.",
  "export.download": "Télécharger le fichier",
  import: "Ajouter depuis un fichier",
  "import.text": "Choisis un fichier de contacts que tu as enregistré et écris ses douze mots.",
  "import.file": "Fichier",
  "import.unreadable": "Ce n’est pas un fichier de contacts.",
  "import.done":
    "{added, plural, =0 {Il n’y avait personne de nouveau.} one {Un contact a été ajouté.} other {# contacts ont été ajoutés.}}",
  failed: "Cela n’a pas marché. Vérifie ta connexion et réessaie.",
  "failed.feature": "Pour changer la liste, il faut un pass qui ouvre les contacts.",
  "failed.full": "Ta liste est pleine : elle en contient cinq cents. Retire d’abord quelqu’un.",
  calling: "Appel à {name}",
  "calling.rings": "Cela sonne.",
  hangUp: "Raccrocher",
  ringing: "{name} t’appelle",
  "ringing.waiting": "Si tu acceptes, tu n’attends plus d’inconnu.",
  accept: "Accepter",
  decline: "Refuser",
  joining: "Vous êtes mis en relation.",
  with: "Tu rencontres {name}",
  "over.unavailable": "{name} n’est plus là.",
  "over.busy": "{name} parle déjà avec quelqu’un.",
  "over.declined": "{name} ne peut pas parler maintenant.",
  "over.missed": "{name} n’a pas répondu.",
  "over.refused": "Tu ne peux appeler personne pour l’instant.",
  "over.refused.feature": "Pour appeler, il faut un pass qui ouvre les contacts.",
  "over.refused.entitlement": "Pour se rencontrer, il faut un dépôt actif ou un pass.",
  "over.refused.fast": "Tu as appelé très souvent. Attends une minute.",
  "over.failed": "Il n’a pas été possible de vous réunir.",
  "over.lost": "La connexion a été perdue. Réessaie dans un instant.",
  "over.theirs.missed": "Tu as manqué un appel de {name}.",
  "over.theirs.ended": "{name} a raccroché.",
} satisfies Translation<typeof english>;
