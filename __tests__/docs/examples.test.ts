import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { repository } from "../support/run-command";

/** What examples take as given, besides everything that the package exports. */
const given: Readonly<Record<string, string>> = {
  stack: "AccountStack",
  network: "Network",
  cluster: "Cluster",
  domain: "Domain",
  publicLoadBalancer: "PublicLoadBalancer",
  internalLoadBalancer: "InternalLoadBalancer",
  shop: "FrontendService",
  api: "BackendService",
};

interface Example {
  readonly file: string;
  readonly code: string;
}

const folders = ["config", "constructs", "offline", "stacks", "testing"];
const examples = [
  ...folders.flatMap((folder) => sourcesIn(join(repository, folder))).flatMap(examplesIn),
  ...["README.md", join("docs", "review.md")].flatMap(pageExamples),
];

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
}

function examplesIn(file: string): Example[] {
  const comments = readFileSync(file, "utf8").match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  return comments.flatMap((comment) => {
    const [, text] = /@example\n([\s\S]*?)(?=\n *\* *@|\n *\*\/)/.exec(comment) ?? [];
    return text === undefined
      ? []
      : [{ file: relative(repository, file), code: text.replace(/^ *\* ?/gm, "") }];
  });
}

function pageExamples(file: string): Example[] {
  const blocks = readFileSync(join(repository, file), "utf8").matchAll(/```ts\n([\s\S]*?)```/g);
  return [...blocks].map(([, code = ""]) => ({ file, code }));
}

/** The example as a module of its own: what it does not declare itself is declared or imported for it. */
function moduleOf({ code }: Example): string {
  const own = new Set([...code.matchAll(/^(?:export )?(?:const|class) (\w+)/gm)].map(([, name]) => name));
  const imported = new Set(
    [...code.matchAll(/import \{([^}]*)\}/g)].flatMap(([, names = ""]) => names.split(/[\s,]+/)),
  );
  const exported = [
    ...readFileSync(join(repository, "index.ts"), "utf8").matchAll(/^export (?:type )?\{([^}]*)\}/gm),
  ]
    .flatMap(([, names = ""]) => names.split(","))
    .map((name) =>
      name
        .replace("type ", "")
        .replace(/.* as /, "")
        .trim(),
    )
    .filter((name) => name !== "" && !own.has(name) && !imported.has(name));
  return [
    `import { ${exported.join(", ")} } from "cdktf-ecs-environments";`,
    'import { Vpc } from "@cdktf/provider-aws/lib/vpc";',
    ...Object.entries(given).flatMap(([name, type]) =>
      own.has(name)
        ? []
        : [`declare const ${name}: InstanceType<typeof import("cdktf-ecs-environments").${type}>;`],
    ),
    code.replace(/"(\.\.\/)+config\/[\w-]+"/g, '"cdktf-ecs-environments"'),
  ].join("\n");
}

/** Type-checks all examples in one program: loading the declarations is what takes the time. */
function problemsByExample(): ReadonlyMap<string, readonly string[]> {
  const modules = new Map(
    examples.map((example, index) => [join(repository, `example-${index}.ts`), moduleOf(example)]),
  );
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    baseUrl: repository,
    paths: { "cdktf-ecs-environments": ["index.ts"] },
    types: ["node", "jest"],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => modules.has(path) || fileExists(path);
  host.getSourceFile = (path, ...rest) => {
    const text = modules.get(path);
    return text === undefined
      ? getSourceFile(path, ...rest)
      : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...modules.keys()], options, host);
  return new Map(
    [...modules.keys()].map((path) => [
      path,
      ts
        .getPreEmitDiagnostics(program, program.getSourceFile(path))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    ]),
  );
}

describe("Examples", () => {
  const problems = [...problemsByExample().values()];

  test("are given by the constructs that people start with", () => {
    const files = examples.map(({ file }) => file);
    for (const name of [
      "network",
      "database",
      "frontend-service",
      "backend-service",
      "worker",
      "image-repository",
    ]) {
      expect(files).toContainEqual(expect.stringContaining(`/${name}.ts`));
    }
  });

  test.each(examples.map(({ file, code }, index) => [file, code.split("\n")[0], index] as const))(
    "of %s compile (%s)",
    (_, __, index) => {
      expect(problems[index]).toEqual([]);
    },
  );
});
