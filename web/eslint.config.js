import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { noTextInCode } from "./build/noTextInCode.js";

export default tseslint.config(
  { ignores: ["dist/", "target/", "test-results/", "playwright-report/"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked, reactHooks.configs.flat["recommended-latest"]],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      // A number in a template is what one means by it.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // JSX handlers start work whose failure is shown by state, not by the returned promise.
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": ["error", { allow: ["warn", "error"] }],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/words/**", "**/*.test.*"],
    plugins: { passerby: { rules: { "no-text-in-code": noTextInCode } } },
    rules: { "passerby/no-text-in-code": ["error", { views: false }] },
  },
  // None of these leans on another; what they share is in `composition` and `consent`, which know none of them.
  ...["recording", "streaming", "studio", "composition", "consent"].map((folder) => ({
    files: [`src/${folder}/**`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: ["recording", "streaming", "studio"]
            .filter((other) => other !== folder)
            .map((other) => ({ group: [`**/${other}/**`] })),
        },
      ],
    },
  })),
  {
    files: ["src/ui/**/*.{ts,tsx}"],
    ignores: ["**/*.test.*"],
    rules: { "passerby/no-text-in-code": ["error", { views: true }] },
  },
);
