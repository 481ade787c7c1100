import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import importX from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

const root = dirname(fileURLToPath(import.meta.url));

/** Which rooms a room may import from. What is not listed here is refused; a room may always import from itself. */
const allowedImports = {
  limits: [],
  problems: [],
  addressing: [],
  contract: ["limits", "problems"],
  secrets: [],
  "json-files": ["problems", "secrets"],
  "hcl-writer": [],
  terraform: ["problems"],
  offline: ["limits", "problems", "addressing"],
  verify: [
    "contract",
    "limits",
    "problems",
    "addressing",
    "secrets",
    "json-files",
    "hcl-writer",
    "terraform",
    "offline",
  ],
  deploy: ["contract", "limits", "problems", "secrets", "json-files"],
  pipelines: ["contract", "problems"],
  config: ["contract", "limits", "problems", "addressing", "secrets", "json-files"],
  constructs: ["contract", "limits", "problems", "addressing"],
  stacks: ["config", "constructs", "contract", "limits", "problems", "addressing", "hcl-writer"],
  testing: ["constructs", "stacks", "contract", "problems"],
  environments: ["config"],
};

const rooms = Object.keys(allowedImports);
const importDirection = rooms.flatMap((room) =>
  [...rooms, "cli", "bench", "__tests__", "main.ts", "index.ts"]
    .filter((other) => other !== room && !allowedImports[room].includes(other))
    .map((other) => ({
      target: `./${room}`,
      from: `./${other}`,
      message: `${room}/ must not import from ${other} (docs/decisions/0001-import-direction.md).`,
    })),
);

const noBarrel = {
  paths: [
    {
      name: "@cdktf/provider-aws",
      message:
        "Import by path: @cdktf/provider-aws/lib/<resource> (the barrel costs 12x the type-check time).",
    },
  ],
};

const noDefaultExport = { selector: "ExportDefaultDeclaration", message: "Use named exports." };
const noExportStar = { selector: "ExportAllDeclaration", message: "Name what is exported." };
const noProcess = {
  selector: "MemberExpression[object.name='process'][property.name=/^(exit|env|exitCode|argv)$/]",
  message: "process belongs in cli/ and main.ts; pass the value as an argument.",
};

export default tseslint.config(
  { ignores: ["dist/", "cdktf.out*/", ".ecs-env/", "node_modules/", "coverage/", ".library/"] },
  {
    files: ["**/*.ts"],
    languageOptions: { parser: tseslint.parser },
    plugins: { "@typescript-eslint": tseslint.plugin, "import-x": importX },
    settings: {
      "import-x/resolver": { node: { extensions: [".ts", ".js", ".json"] } },
      "import-x/parsers": { "@typescript-eslint/parser": [".ts"] },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "max-lines": ["error", { max: 300 }],
      "no-console": "error",
      "no-restricted-imports": ["error", noBarrel],
      "no-restricted-syntax": ["error", noDefaultExport, noExportStar, noProcess],
      "import-x/no-cycle": ["error", { ignoreExternal: true }],
      "import-x/no-restricted-paths": ["error", { basePath: root, zones: importDirection }],
      "import-x/no-extraneous-dependencies": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": "error",
      "@typescript-eslint/no-require-imports": "error",
      eqeqeq: "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["**/*.ts"],
    ignores: ["constructs/**", "stacks/**", "testing/**", "main.ts", "cli/**", "__tests__/**", "bench/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          ...noBarrel,
          patterns: [
            {
              regex: "^(cdktf|@cdktf|constructs)(/|$)",
              message: "cdktf stays in constructs/, stacks/, testing/ and main.ts.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["cli/**", "main.ts", "bench/**"],
    rules: { "no-console": "off", "no-restricted-syntax": ["error", noDefaultExport, noExportStar] },
  },
  {
    files: ["__tests__/**"],
    rules: {
      "max-lines": ["error", { max: 400 }],
      "no-restricted-syntax": ["error", noDefaultExport, noExportStar],
    },
  },
);
