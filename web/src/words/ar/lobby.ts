import type english from "../en/lobby";
import type { Translation } from "../catalogue";

export default {
  title: "لقاء مع شخص غريب لمدة {length}",
  encrypted: "تنتقل الصورة والصوت مشفّرين من متصفح إلى متصفح.",
  blurred: "صوتك مسموع من البداية، وصورتك ضبابية حتى يرغب كلاكما في الظهور.",
  interests: "موضوع يسرّك الحديث عنه",
  interestsExample: "الجاز، قطارات الليل…",
  interestsFull: "ثمانية تكفي",
  languages: "اللغات التي تتحدث بها",
  addLanguage: "إضافة لغة",
  languagesFull: "أربع تكفي",
  remove: "إزالة {name}",
  needsEntitlement: "للقاء الغرباء تلزم وديعة سارية أو بطاقة.",
  getEntitlement: "الحصول على بطاقة أو إيداع",
  meet: "بدء اللقاء",
  counting:
    "وديعتك أو بطاقتك مسجّلة على سلسلة الكتل. ستحتسبها الخدمة فور تأكيدها: بضع كتل، أي أقل من دقيقة في العادة.",
  "hint.nothing": "لا لقاء من دون كاميرا ولا ميكروفون.",
  "hint.voiceOnly": "يمكنك اللقاء بصوتك وحده. سيظهر مصباح بدلًا من صورتك.",
  "hint.pictureOnly": "ستظهر صورتك، لكن صوتك لن يُسمع.",
  looking: "جارٍ البحث عن شخص",
  lost: "انقطع الاتصال. جارٍ إعادة المحاولة…",
  opening: "الباب يُفتح…",
  others:
    "{count, plural, =0 {لا أحد غيرك في الانتظار بعد. لحظة من فضلك.} zero {# شخص في الانتظار} one {شخص آخر في الانتظار} two {شخصان آخران في الانتظار} few {# أشخاص آخرين في الانتظار} many {# شخصًا آخر في الانتظار} other {# شخص آخر في الانتظار}}",
  afterFailed: "تعذّر الاتصال بينكما. لم يكلّفك ذلك شيئًا، ودورك الآن هو الأول.",
  timeStarts: "يبدأ الوقت عندما يرى كلٌّ منكما الآخر.",
  anyone: "لا أحد يشاركك اهتماماتك الآن، لذا قد يكون أيّ شخص.",
  first: "أولًا شخص يحب: {interests}. وبعد قليل، أيّ شخص.",
  "notice.entitlement-required.title": "للقاء تلزم وديعة أو بطاقة",
  "notice.entitlement-required.text":
    "لا شيء من ذلك سارٍ لديك الآن. يمكنك الحصول عليه في صفحة البطاقات ثم العودة.",
  "notice.chain-unavailable.title": "تتعذّر قراءة سلسلة الكتل الآن",
  "notice.chain-unavailable.text": "من دونها لا يُعرف من يحق له اللقاء. يمكنك المحاولة بعد دقيقة.",
  "notice.in-encounter-elsewhere.title": "أنت الآن في لقاء آخر",
  "notice.in-encounter-elsewhere.text": "نافذة أخرى لك تنتظر أو في لقاء. يلزم الخروج منها أولًا.",
  "notice.too-fast.title": "كان ذلك سريعًا بعض الشيء",
  "notice.too-fast.text": "يكفي التمهّل قليلًا ثم المحاولة من جديد.",
  "notice.refused.title": "لم ينجح ذلك",
  "notice.refused.text": "يمكنك تغيير ما كتبته عن نفسك ثم المحاولة من جديد.",
} satisfies Translation<typeof english>;
