/** Attributes and properties whose value somebody reads or hears. */
const READABLE =
  /^(aria-(label|description|placeholder|roledescription|valuetext|braillelabel)|alt|button|caption|explanation|hint|label|lead|placeholder|status|text|title|usually|what)$/;

/** A letter of any script: what has none needs no translation. */
const LETTER = /\p{L}/u;

/** What looks like the beginning of a sentence: a word with a capital, and another word. */
const SENTENCE = /^\p{Lu}\p{L}*[’'\p{L}]*,?\s\p{L}/u;

/** What looks like words, where nothing but views is. */
const WORDS = /^\p{Lu}\p{L}*[’'\p{L}]*,?\s\p{L}|\p{L}{2,}\s\p{L}{2,},?\s\p{L}{2,}/u;

/**
 * No readable text outside of `src/words`: not between tags, not in an attribute that is read or heard, and nothing that
 * looks like a sentence anywhere else. Errors and warnings for developers may be English.
 *
 * @type {import("eslint").Rule.RuleModule}
 */
export const noTextInCode = {
  meta: {
    type: "problem",
    docs: { description: "keep readable text in src/words, in all languages" },
    messages: {
      text: "“{{text}}” is readable text: put it into src/words in every language and say it with useWords().",
    },
    schema: [
      { type: "object", properties: { views: { type: "boolean" } }, additionalProperties: false },
    ],
    defaultOptions: [{ views: true }],
  },
  create(context) {
    // Elsewhere a few small words may be the reason in an error for developers.
    const sentence = context.options[0]?.views === false ? SENTENCE : WORDS;
    const reported = new Set();
    const report = (node, text) => {
      if (reported.has(node)) return;
      reported.add(node);
      const short = text.replace(/\s+/g, " ").trim().slice(0, 40);
      context.report({ node, messageId: "text", data: { text: short } });
    };
    /** Every piece of text that an expression may turn into. */
    const texts = (node) => {
      switch (node?.type) {
        case "Literal":
          return typeof node.value === "string" ? [[node, node.value]] : [];
        case "TemplateLiteral":
          return node.quasis.map((quasi) => [quasi, quasi.value.cooked ?? ""]);
        case "ConditionalExpression":
          return [...texts(node.consequent), ...texts(node.alternate)];
        case "LogicalExpression":
        case "BinaryExpression":
          return node.type === "BinaryExpression" && node.operator !== "+"
            ? []
            : [...texts(node.left), ...texts(node.right)];
        case "JSXExpressionContainer":
        case "TSAsExpression":
        case "TSSatisfiesExpression":
          return texts(node.expression);
        default:
          return [];
      }
    };
    const reportReadable = (node) => {
      for (const [piece, text] of texts(node)) if (LETTER.test(text)) report(piece, text);
    };
    const reportSentence = (node, text) => {
      if (sentence.test(text) && !isForDevelopers(node)) report(node, text);
    };
    return {
      JSXText: (node) => {
        if (LETTER.test(node.value)) report(node, node.value);
      },
      "JSXElement > JSXExpressionContainer, JSXFragment > JSXExpressionContainer": reportReadable,
      JSXAttribute: (node) => {
        if (READABLE.test(nameOf(node.name))) reportReadable(node.value);
      },
      Property: (node) => {
        const name = node.key.type === "Identifier" ? node.key.name : node.key.value;
        if (!READABLE.test(String(name))) return;
        for (const [piece, text] of texts(node.value))
          if (/^\p{Lu}|\p{L}\s\p{L}/u.test(text)) report(piece, text);
      },
      Literal: (node) => {
        if (typeof node.value === "string") reportSentence(node, node.value);
      },
      TemplateElement: (node) => reportSentence(node, node.value.cooked ?? ""),
    };
  },
};

function nameOf(name) {
  return name.type === "JSXNamespacedName" ? `${name.namespace.name}:${name.name.name}` : name.name;
}

/** In an error, a warning, a type or an attribute that only the browser reads. */
function isForDevelopers(node) {
  for (let at = node.parent; at != null; at = at.parent) {
    switch (at.type) {
      case "ThrowStatement":
      case "TSLiteralType":
      case "JSXAttribute":
        return true;
      case "NewExpression":
        return at.callee.type === "Identifier" && at.callee.name.endsWith("Error");
      case "CallExpression":
        return at.callee.type === "MemberExpression" && at.callee.object.name === "console";
      case "Program":
      case "FunctionDeclaration":
      case "ArrowFunctionExpression":
        return false;
    }
  }
  return false;
}
