import { type Dialect, dialects } from "../../pipelines/dialect";
import { type Event, type ReadPipeline, without } from "../support/pipelines/read-pipeline";
import { someOptions, variants } from "../support/pipelines/some-options";
import { textOf, written } from "../support/pipelines/written";

const events: readonly Event[] = [
  ...["main", "develop", "release/1.4", "hotfix/7", "feature/x"].map((push) => ({ push })),
  ...["v1.4.0", "nightly"].map((tag) => ({ tag })),
  { mergeRequest: true },
];

const others = (["bitbucket", "github"] as const).flatMap((dialect) =>
  Object.entries(variants).map(([variant, options]) => ({ dialect, variant, options })),
);

describe("the three dialects", () => {
  test.each(others)("run the same jobs on every event: $dialect, $variant", ({ dialect, options }) => {
    const [gitlab, other] = [written("gitlab", options), written(dialect, options)];
    for (const event of events) expect([event, other.jobsOn(event)]).toEqual([event, gitlab.jobsOn(event)]);
  });

  test.each(others)("offer the same jobs by hand: $dialect, $variant", ({ dialect, options }) => {
    expect(written(dialect, options).byHand()).toEqual(written("gitlab", options).byHand());
  });

  test.each(others)("have the same settings: $dialect, $variant", ({ dialect, options }) => {
    const settings = (one: Dialect) => without(written(one, options).settings, "FORGE");
    expect(settings(dialect)).toEqual(settings("gitlab"));
  });
});

function namesOn(pipeline: ReadPipeline, event: Event): readonly string[] {
  return pipeline.jobsOn(event).map((group) => group.map(({ name }) => name).join(" | "));
}

const whole = ["lint | test", "build", "deploy-dev", "deploy-sit", "deploy-uat", "deploy-prod"];

describe.each(dialects)("an application pipeline of %s", (dialect) => {
  const simple = written(dialect, someOptions());
  const gitflow = written(dialect, someOptions({ flow: "gitflow" }));

  test.each<[Event, readonly string[]]>([
    [{ push: "main" }, whole],
    [{ push: "feature/x" }, ["lint | test"]],
    [{ tag: "v1.0" }, []],
  ])("brings the branch through all environments: %j", (event, expected) => {
    expect(namesOn(simple, event)).toEqual(expected);
  });

  test("delivers another branch where one is named", () => {
    const pipeline = written(dialect, someOptions({ branch: "trunk" }));
    expect(namesOn(pipeline, { push: "trunk" })).toEqual(whole);
    expect(namesOn(pipeline, { push: "main" })).toEqual(["lint | test"]);
  });

  test.each<[Event, readonly string[]]>([
    [{ push: "develop" }, ["lint | test", "build", "deploy-dev", "deploy-sit"]],
    [{ push: "release/1.4" }, ["lint | test", "build", "deploy-uat"]],
    [{ push: "hotfix/7" }, ["lint | test", "build", "deploy-uat"]],
    [{ push: "main" }, ["lint | test"]],
    [{ push: "feature/x" }, ["lint | test"]],
    [{ tag: "v1.4.0" }, ["lint | test", "deploy-prod"]],
    [{ tag: "nightly" }, []],
  ])("brings GitFlow's branches to their environments: %j", (event, expected) => {
    expect(namesOn(gitflow, event)).toEqual(expected);
  });

  test.each([
    ["simple", simple, { push: "main" }],
    ["gitflow", gitflow, { tag: "v1.4.0" }],
  ] as const)("waits for a person before production only: %s", (_, pipeline, event) => {
    const gated = pipeline.jobsOn(event).flatMap((group) => group.filter(({ approval }) => approval));
    expect(gated.map(({ name }) => name)).toEqual(["deploy-prod"]);
  });

  test("lets no two jobs work on an environment at once, rollbacks included", () => {
    const jobs = [...simple.jobsOn({ push: "main" }).flat(), ...simple.byHand()];
    const locks = jobs.filter(({ environment }) => environment !== undefined);
    expect(locks.map(({ name, lock }) => `${name}: ${lock}`)).toEqual(
      ["deploy", "rollback"].flatMap((verb) =>
        ["dev", "sit", "uat", "prod"].map((name) => `${verb}-${name}: ${name}`),
      ),
    );
  });

  test("deploys in every environment what its own commit built", () => {
    const deploys = simple
      .jobsOn({ push: "main" })
      .flat()
      .filter(({ name }) => name.startsWith("deploy-"));
    for (const { commands } of deploys) expect(commands).toContain('--image "$COMMIT"');
  });

  test("works in each environment's own region", () => {
    const regions = simple
      .jobsOn({ push: "main" })
      .flat()
      .map(({ variables }) => variables["AWS_REGION"]);
    expect(regions).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      "eu-central-1",
    ]);
  });
});

describe("the token of the review comment", () => {
  test.each([
    ["gitlab", "GITLAB_TOKEN: Secret."],
    ["bitbucket", "BITBUCKET_TOKEN: Secret."],
    ["github", "GITHUB_TOKEN: ${{ github.token }}"],
  ] as const)("is told of in the infrastructure's file, and in no other: %s", (dialect, told) => {
    expect(textOf(dialect, someOptions({ kinds: ["infrastructure"] }))).toContain(told);
    expect(textOf(dialect, someOptions())).not.toContain(told);
  });
});

describe.each(dialects)("an infrastructure pipeline of %s", (dialect) => {
  const pipeline = written(dialect, someOptions({ kinds: ["infrastructure"], approve: ["uat", "prod"] }));
  const accounts = ["tooling", "dev", "sit", "uat", "prod"];

  test("reviews a merge request, all at once", () => {
    const previews = accounts.map((name) => `preview-${name}`);
    expect(namesOn(pipeline, { mergeRequest: true })).toEqual([
      ["check", "verify", "report", ...previews].join(" | "),
    ]);
  });

  test("plans and applies account by account on the branch", () => {
    expect(namesOn(pipeline, { push: "main" })).toEqual(
      accounts.flatMap((name) => [`plan-${name}`, `apply-${name}`]),
    );
    expect(namesOn(pipeline, { push: "feature/x" })).toEqual([]);
  });

  test("waits between a plan and its apply", () => {
    const gated = pipeline
      .jobsOn({ push: "main" })
      .flat()
      .filter(({ approval }) => approval);
    expect(gated.map(({ name }) => name)).toEqual(["apply-uat", "apply-prod"]);
  });

  test("gives the role that writes to no merge request", () => {
    const jobs = pipeline.jobsOn({ mergeRequest: true }).flat();
    for (const { commands } of jobs) expect(commands).not.toContain("APPLY_ROLE");
  });

  test("keeps plans only encrypted", () => {
    const kept = pipeline
      .jobsOn({ push: "main" })
      .flat()
      .flatMap(({ keeps }) => keeps);
    expect(kept).toEqual(accounts.map((name) => `plan-${name}.encrypted`));
  });
});
