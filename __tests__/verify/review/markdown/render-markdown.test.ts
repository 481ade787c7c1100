import { type Comparison, type ResourceChange } from "../../../../verify/compare/comparison";
import { readMarkdownLines } from "../../../../verify/comment/markdown-lines";
import { renderMarkdown } from "../../../../verify/review/markdown/render-markdown";
import { type EnvironmentReview } from "../../../../verify/review/review-input";
import { reviewReport } from "../../../../verify/review/review-report";

const change = (name: string, fields: Partial<ResourceChange> = {}): ResourceChange => ({
  address: `aws_x.${name}`,
  type: "aws_x",
  action: "change",
  attributes: [{ path: "a", attribute: "a", before: '"1"', after: '"2"' }],
  forcedBy: [],
  ...fields,
});

function comparisonOf(changes: Readonly<Record<string, readonly ResourceChange[]>>): Comparison {
  return {
    stacks: Object.entries(changes).map(([environment, resources]) => ({
      name: `${environment}-all`,
      environment,
      existence: "both" as const,
      isTouched: true,
      resources,
      settings: [],
    })),
    environments: Object.keys(changes),
    hide: (text) => text,
  };
}

function render(
  changes: Readonly<Record<string, readonly ResourceChange[]>>,
  environments: Readonly<Record<string, EnvironmentReview>> = {},
  options: { readonly dialect?: "github" | "bitbucket"; readonly longest?: number } = {},
): string {
  const report = reviewReport({ comparison: comparisonOf(changes), environments });
  return renderMarkdown(report, { dialect: "github", ...options });
}

const outside = (markdown: string) =>
  readMarkdownLines(markdown)
    .filter(({ isCode }) => !isCode)
    .map(({ text }) => text)
    .join("\n");

describe("A report in Markdown", () => {
  test("is one line when nothing changes", () => {
    expect(render({ dev: [], prod: [] })).toBe("**Nothing changes** in 2 environments.\n");
  });

  test("tells what would be lost before everything else", () => {
    const lost = change("db", { action: "replace", forcedBy: ["engine"], loses: "its data" });
    expect(render({ dev: [lost] }).split("\n")[0]).toBe(
      "- **Would be lost: its data.** `dev-all/aws_x.db`: replaced, because `engine` cannot change in place.",
    );
  });

  test("tells above that what the guard refuses", () => {
    const refusals = [{ place: "dev-all/aws_x.db", why: "It is destroyed.", advice: "Keep it." }];
    expect(render({ dev: [change("db")] }, { dev: { refusals } })).toMatch(
      /^\*\*Refused by the plan guard\.\*\*\n\n- `dev-all\/aws_x\.db`: It is destroyed\. Keep it\.\n/,
    );
  });

  test("tells who may take on a new role, also of one among many resources", () => {
    const lines = ['+principals Federated: "p"', '+condition StringEquals s: "main"'];
    const attributes = [{ path: "assume_role_policy", attribute: "assume_role_policy", lines }];
    const added = ["a", "b", "c", "d", "e", "f", "g"].map((name) =>
      change(name, { action: "add", attributes: name === "b" ? attributes : [] }),
    );
    const report = render({ dev: added });
    expect(report).toContain("+ others: 7 resources added");
    expect(report).toContain(
      [
        "+ aws_x.b",
        "+     assume_role_policy:",
        '+         principals Federated: "p"',
        '+         condition StringEquals s: "main"',
      ].join("\n"),
    );
  });

  test("does not cut the subject of a token", () => {
    const uuid = "{1f3e2c4d-0000-4000-8000-123456789abc}";
    const issuer = "api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc";
    const line = `condition StringEquals ${issuer}:sub: "${uuid}:${uuid}:${uuid}"`;
    const attributes = [{ path: "p", attribute: "p", lines: [`+${line}`] }];
    expect(render({ dev: [change("a", { attributes })] })).toContain(line);
  });

  test("says once what is the same of several losses", () => {
    const lost = { action: "destroy" as const, loses: "its data" };
    expect(render({ dev: [change("a", lost), change("b", lost)] }).split("\n")[0]).toBe(
      "- **Would be lost: its data.** `dev-all/aws_x.a`, `dev-all/aws_x.b`: destroyed.",
    );
  });

  test("tells what hurts least last", () => {
    const logs = change("a", { type: "aws_cloudwatch_log_group", action: "destroy", loses: "its logs" });
    const data = change("b", { action: "destroy", loses: "its data" });
    expect(render({ dev: [logs, data] })).toMatch(/its data(.|\n)*its logs/);
  });

  test("explains the paths that nobody declared, before those that somebody did", () => {
    const path = { from: "a", ports: "tcp 1", why: ["a rule"] };
    const opened = [
      { ...path, to: "b", declared: "a calls b" },
      { ...path, to: "c", declared: false as const },
    ];
    expect(render({ dev: [] }, { dev: { opened } })).toContain(
      "+ a → c on tcp 1 (NOT DECLARED)\n+     a rule\n+ a → b on tcp 1 (a calls b)\n```",
    );
  });

  test("tells in one line which endpoints of AWS something reaches", () => {
    const opened = ["endpoint.logs", "endpoint.s3"].map((to) => ({
      from: "a",
      to,
      ports: "tcp 443",
      why: ["x"],
    }));
    expect(render({ dev: [] }, { dev: { opened } })).toContain(
      "+ a → endpoint.logs, endpoint.s3 on tcp 443\n```",
    );
  });

  test("says once what environments share", () => {
    const text = render({ dev: [change("a")], sit: [change("a")], prod: [change("a"), change("b")] });
    expect(text.match(/<summary>.*<\/summary>/g)).toEqual([
      "<summary>dev, sit, prod</summary>",
      "<summary>prod</summary>",
    ]);
    expect(text.match(/! aws_x\.a/g)).toHaveLength(1);
  });

  test("counts in each environment what is told once", () => {
    expect(render({ dev: [change("a")], sit: [change("a")] })).toContain("| `dev` | 1 |\n| `sit` | 1 |");
  });

  test("names the environments without a change", () => {
    expect(render({ dev: [change("a")], prod: [] })).toContain("Unchanged: `prod`.");
  });

  test("leaves out columns with nothing in them", () => {
    expect(render({ dev: [change("a")] })).toContain("| Environment | Changed |\n");
  });

  test("is the same for the same change", () => {
    const once = () => render({ dev: [change("a")], sit: [change("b")] });
    expect(once()).toBe(once());
  });

  test("has neither HTML nor diagrams on Bitbucket", () => {
    const text = render(
      { dev: [change("a")] },
      { dev: { picture: "flowchart LR" } },
      { dialect: "bitbucket" },
    );
    expect(text).toContain("#### dev");
    expect(text).not.toMatch(/<|mermaid/);
  });

  test("shows pictures where the forge draws them", () => {
    const text = render({ dev: [change("a")] }, { dev: { picture: "flowchart LR\n  a --> b\n" } });
    expect(text).toContain("```mermaid\nflowchart LR\n  a --> b\n```");
  });
});

describe("Text that people own", () => {
  const hostile = "</details> <script> ``` ```` @everyone #12 | a\n\n</details>\n```\n/close\n\u202e";
  const path = { from: hostile, to: hostile, ports: hostile, through: hostile, why: [hostile] };
  const finding = { rule: "r", severity: "error" as const, place: hostile, text: hostile };
  const everywhere = change(hostile, {
    construct: hostile,
    attributes: [{ path: hostile, attribute: "a", before: hostile, after: `${hostile}2` }],
    action: "replace",
    forcedBy: [hostile],
    loses: "its data",
  });
  const facts: EnvironmentReview = {
    opened: [path],
    closed: [path],
    newFindings: [finding],
    fixedFindings: [finding],
    refusals: [{ place: hostile, why: hostile, advice: hostile }],
  };

  test.each(["github", "bitbucket"] as const)("never becomes markup on %s", (dialect) => {
    const text = outside(render({ dev: [everywhere] }, { dev: facts }, { dialect }));
    const prose = text.replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, "");
    expect(prose).not.toMatch(/<script|@everyone|#12|^\/close|\u202e/m);
    expect(prose.match(/<\/?details/g) ?? []).toEqual(dialect === "github" ? ["<details", "</details"] : []);
  });

  test("ends no line, so that each line of a block begins with its sign", () => {
    const lines = readMarkdownLines(render({ dev: [everywhere] }, { dev: facts }));
    const inside = lines.filter(({ isCode, text }) => isCode && !/^`{3,}(diff)?$/.test(text));
    expect(inside.length).toBeGreaterThan(5);
    expect(inside.filter(({ text }) => !/^([-+!@ ]|-\/\+)/.test(text))).toEqual([]);
  });
});

describe("A report that is too long", () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => change(`r${index}`));
  const changes = { dev: many(3), prod: many(400).map((one) => ({ ...one, type: "aws_y" })) };

  test("fits, and says what is left out", () => {
    const text = render(changes, {}, { longest: 3000 });
    expect(text.length).toBeLessThanOrEqual(3000);
    expect(text).toContain("Too long for a comment: details of `prod` are left out.");
  });

  test("keeps the smaller parts whole", () => {
    expect(render(changes, {}, { longest: 3000 })).toContain('!     a: "1" → "2"');
  });

  test("first leaves out attributes, and keeps the addresses", () => {
    const text = render(changes, {}, { longest: 20_000 });
    expect(text).toContain("aws_x.r399");
    expect(text.match(/"1" → "2"/g)).toHaveLength(3);
  });

  test("leaves out pictures before half of one is shown", () => {
    const picture = `flowchart LR\n${"  a --> b\n".repeat(1000)}`;
    const text = render({ dev: many(1) }, { dev: { picture } }, { longest: 2000 });
    expect(text).not.toContain("mermaid");
    expect(text).toContain('a: "1" → "2"');
  });

  test("fits for many environments with many losses", () => {
    const lost = many(30).map((one) => ({ ...one, action: "destroy" as const, loses: "its data" }));
    const estate = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`e${index}`, lost.slice(0, 1 + (index % 30))]),
    );
    expect(render(estate).length).toBeLessThanOrEqual(60_000);
  });
});

describe("A one-variable change", () => {
  const text = render({
    dev: [
      change("template", {
        type: "aws_ecs_task_definition",
        action: "revise",
        attributes: [
          { path: "orders › environment › LOG_LEVEL", attribute: "c", before: '"info"', after: '"debug"' },
        ],
      }),
    ],
  });

  test("fits on one screen", () => {
    expect(text.split("\n").length).toBeLessThanOrEqual(24);
  });

  test("shows the variable in one line, unfolded", () => {
    expect(text).toContain('!     orders › environment › LOG_LEVEL: "info" → "debug"');
    expect(text).toContain("<details open>");
  });
});
