import type english from "../en/contacts";
import type { Translation } from "../catalogue";

export default {
  title: "Contactos",
  lead: "Personas que conservas y que te conservan. Nadie más puede leer esta lista, tampoco el servicio.",
  keep: "Conservar",
  "keep.title": "Conservarse",
  "keep.how":
    "Si ambos tocáis «Conservar» durante el encuentro, os tendréis como contactos. Si solo lo hace una parte, la otra no lo sabrá nunca.",
  "keep.button": "Conservar a esta persona",
  "keep.wanted":
    "Quieres conservar a esta persona. Si también quiere, lo sabréis en unos segundos: quédate hasta entonces. Si no, no lo sabrá nunca.",
  "keep.unanswered":
    "Querías conservar a esta persona. Cuando os separasteis aún no se sabía si también quería.",
  "keep.forget": "Retirarlo",
  "keep.both": "Ahora os conserváis.",
  "keep.name": "Ponle un nombre para reconocer a esta persona. Solo lo ves tú.",
  "keep.already": "Ya os conserváis.",
  "keep.saving": "Guardando…",
  "keep.failed": "Esta persona aún no está en tu lista.",
  "keep.again": "Intentar de nuevo",
  "keep.open": "Abre primero tus contactos: tu cartera tiene la llave.",
  "keep.show": "Ponerle nombre",
  unnamed: "Alguien del {date}",
  name: "Nombre",
  note: "Nota",
  visible: "Puede ver cuándo estás",
  visibleMeans: "Solo así puede llamarte.",
  save: "Guardar",
  saved: "Guardado",
  edit: "Editar",
  "edit.named": "Editar a {name}",
  call: "Llamar",
  "call.named": "Llamar a {name}",
  remove: "Quitar",
  "remove.named": "Quitar a {name}",
  "remove.question":
    "Ninguna de las dos partes verá cuándo está la otra, y no podréis llamaros. No se le avisa. Para conservaros de nuevo tendríais que encontraros por azar.",
  online: "Está aquí",
  offline: "No está",
  since: "Desde el {date}",
  missed: "Te llamó a las {time}",
  "missed.count": "{count, plural, one {Una llamada perdida} other {# llamadas perdidas}}",
  empty:
    "Todavía nadie. Cuando alguien te guste, toca «Conservar» junto a su imagen: si también lo toca, aparecerá aquí.",
  unreadable:
    "{count, plural, one {Una entrada se selló con otra llave y no se puede abrir.} other {# entradas se sellaron con otra llave y no se pueden abrir.}}",
  "unreadable.remove": "{count, plural, one {Quitarla} other {Quitarlas}}",
  "unreadable.question":
    "{count, plural, one {La entrada se quita para siempre: ninguna llave la devuelve.} other {Se quitan # entradas para siempre: ninguna llave las devuelve.}}",
  unsaved:
    "{count, plural, one {Una persona que ahora conservas aún no está en tu lista. Deja esta página abierta: se vuelve a intentar.} other {# personas que ahora conservas aún no están en tu lista. Deja esta página abierta: se vuelve a intentar.}}",
  findable: "Que mis contactos vean que estoy",
  findableMeans:
    "Mientras esta página esté abierta en este navegador, quienes tú permitas ven que estás y pueden llamarte.",
  locked: "Conservar y llamar a personas viene con un pase.",
  "vault.text":
    "Tu lista está sellada con una llave que solo tu cartera puede hacer. Deja que firme y se abrirá en este navegador. No cuesta nada.",
  "vault.open": "Abrir mis contactos",
  "vault.reading": "Abriendo tus contactos",
  "vault.sign.only": "Firma en tu cartera: así se hace la llave.",
  "vault.sign.first":
    "Firma en tu cartera: así se hace la llave. La primera vez se te pide dos veces.",
  "vault.sign.second": "Una vez más: ambas firmas deben ser iguales, o no podrías volver.",
  "vault.phrase.title": "Tu cartera necesita doce palabras",
  "vault.phrase.text":
    "Tu cartera no da ninguna firma que pueda ser una llave. En su lugar, la llave son estas doce palabras. Apúntalas: nadie podrá dártelas otra vez.",
  "vault.phrase.named":
    "{wallet} no da ninguna firma que pueda ser una llave. En su lugar, la llave son estas doce palabras. Apúntalas: nadie podrá dártelas otra vez.",
  "vault.phrase.kept": "Las he apuntado",
  "vault.phrase.ask":
    "Tu lista se selló con doce palabras o con la firma de otra cartera. Escribe las palabras que apuntaste.",
  "vault.phrase.words": "Doce palabras",
  "vault.phrase.wrong": "No son esas palabras. Busca una errata y fíjate en el orden.",
  "vault.phrase.use": "Abrir con estas palabras",
  "vault.phrase.lost": "No las tengo: empezar de nuevo",
  "vault.startOver.title": "¿Empezar de nuevo?",
  "vault.startOver.text":
    "{count, plural, one {Una entrada sellada se quita para siempre. Nadie podrá devolverla, y tu lista empieza de cero.} other {# entradas selladas se quitan para siempre. Nadie podrá devolverlas, y tu lista empieza de cero.}}",
  "vault.startOver.button":
    "{count, plural, one {Quitarla y empezar de nuevo} other {Quitarlas y empezar de nuevo}}",
  export: "Guardar en un archivo",
  "export.title": "Tus contactos en un archivo",
  "export.text":
    "El archivo solo se abre con estas doce palabras. No están dentro: apúntalas y guarda ambas cosas por separado. Quien tenga ambas puede hacerse pasar por ti ante tus contactos.",
  "export.download": "Descargar el archivo",
  import: "Añadir desde un archivo",
  "import.text": "Elige un archivo de contactos que guardaste y escribe sus doce palabras.",
  "import.file": "Archivo",
  "import.unreadable": "No es un archivo de contactos.",
  "import.done":
    "{added, plural, =0 {No había nadie nuevo.} one {Se añadió un contacto.} other {Se añadieron # contactos.}}",
  failed: "No ha funcionado. Revisa tu conexión e inténtalo otra vez.",
  "failed.feature": "Para cambiar la lista hace falta un pase que incluya contactos.",
  "failed.full": "Tu lista está llena: caben quinientos. Quita antes a alguien.",
  calling: "Llamando a {name}",
  "calling.rings": "Está sonando.",
  hangUp: "Colgar",
  ringing: "{name} te llama",
  "ringing.waiting": "Si aceptas, dejas de esperar a alguien desconocido.",
  accept: "Aceptar",
  decline: "Rechazar",
  joining: "Conectándoos.",
  with: "Te encuentras con {name}",
  "over.unavailable": "{name} ya no está.",
  "over.busy": "{name} está hablando con alguien.",
  "over.declined": "{name} no puede hablar ahora.",
  "over.missed": "{name} no ha respondido.",
  "over.refused": "Ahora no puedes llamar a nadie.",
  "over.refused.feature": "Para llamar hace falta un pase que incluya contactos.",
  "over.refused.entitlement": "Para encontrarse hace falta un depósito activo o un pase.",
  "over.refused.fast": "Has llamado muy a menudo. Espera un minuto.",
  "over.failed": "No ha sido posible reuniros.",
  "over.lost": "Se perdió la conexión. Inténtalo otra vez en un momento.",
  "over.theirs.missed": "Tienes una llamada perdida de {name}.",
  "over.theirs.ended": "{name} ha colgado.",
} satisfies Translation<typeof english>;
