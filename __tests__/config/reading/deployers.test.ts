import { define, devInput, problemsOf } from "../support/inputs";

const uuid = "1f3e2c4d-0000-4000-8000-123456789abc";
const gitlab = { from: "gitlab", project: "shop/orders", branch: "main" };
const github = { from: "github", repository: "acme/orders", branch: "main" };
const bitbucket = {
  from: "bitbucket",
  workspace: "acme",
  workspaceUuid: uuid,
  repositoryUuid: uuid,
  environmentUuid: uuid,
};

function deployersOf(deployers: unknown) {
  return define(devInput({ deployedBy: deployers })).services["api"]?.deployedBy;
}

function placesOf(deployer: unknown) {
  return problemsOf(devInput({ deployedBy: [deployer] })).map(({ where }) =>
    where.replace("deployedBy[0]", "·"),
  );
}

describe("deployedBy", () => {
  test("is nobody by default", () => {
    expect(deployersOf(undefined)).toEqual([]);
  });

  test("of the environment holds for services that say nothing", () => {
    expect(deployersOf([gitlab])).toEqual([
      { from: "gitlab", host: "gitlab.com", project: "shop/orders", ref: { branch: "main" } },
    ]);
  });

  test("of a service replaces that of the environment", () => {
    const input = devInput({ deployedBy: [gitlab], "services.api.deployedBy": [] });
    const { services } = define(input);
    expect([services["api"]?.deployedBy.length, services["web"]?.deployedBy.length]).toEqual([0, 1]);
  });

  test.each([
    [{ ...gitlab, branch: undefined, tag: "v*" }, { ref: { tag: "v*" } }],
    [{ ...gitlab, branch: "release/1.0" }, { ref: { branch: "release/1.0" } }],
    [{ ...gitlab, host: "git.example.com" }, { host: "git.example.com" }],
    [github, { from: "github", repository: "acme/orders", ref: { branch: "main" } }],
    [{ ...github, ids: { owner: "1", repository: "2" } }, { ids: { owner: "1", repository: "2" } }],
    [{ ...github, branch: undefined, environment: "production" }, { ref: { environment: "production" } }],
    [bitbucket, bitbucket],
    [{ ...bitbucket, repositoryUuid: `{${uuid.toUpperCase()}}` }, { repositoryUuid: uuid }],
    [{ from: "aws", roleArn: "arn:aws:iam::999999999999:role/ci/pipeline" }, { from: "aws" }],
  ])("reads %j", (deployer, read) => {
    expect(deployersOf([deployer])).toMatchObject([read]);
  });

  test.each([
    [{ ...gitlab, tag: "v1" }, ["·"]],
    [{ ...gitlab, branch: undefined }, ["·"]],
    [{ ...gitlab, brnch: "main", branch: undefined }, ["·.brnch"]],
    [{ ...github, environment: "production" }, ["·"]],
    [{ ...gitlab, environment: "production" }, ["·.environment"]],
    [{ ...gitlab, branch: "*" }, ["·.branch"]],
    [{ ...gitlab, branch: "release/*" }, ["·.branch"]],
    [{ ...github, branch: "ma?n" }, ["·.branch"]],
    [{ ...github, branch: "${aws:username}" }, ["·.branch"]],
    [{ ...gitlab, branch: undefined, tag: "*" }, ["·.tag"]],
    [{ ...gitlab, branch: undefined, tag: "*/*" }, ["·.tag"]],
    [{ ...gitlab, branch: undefined, tag: "v?" }, ["·.tag"]],
    [{ ...gitlab, project: "shop/*" }, ["·.project"]],
    [{ ...gitlab, project: "orders" }, ["·.project"]],
    [{ ...gitlab, host: "https://gitlab.com" }, ["·.host"]],
    [{ ...github, repository: "acme/*" }, ["·.repository"]],
    [{ ...github, repository: "acme" }, ["·.repository"]],
    [{ ...github, ids: { owner: 1, repository: "2" } }, ["·.ids.owner"]],
    [{ ...github, branch: undefined, environment: "prod:eu" }, ["·.environment"]],
    [{ ...github, branch: undefined, environment: "prod eu" }, ["·.environment"]],
    [{ ...bitbucket, environmentUuid: `{${uuid}` }, ["·.environmentUuid"]],
    [{ ...bitbucket, branch: "main" }, ["·.branch"]],
    [{ from: "aws", roleArn: "arn:aws:iam::999999999999:role/*" }, ["·.roleArn"]],
    [{ from: "aws" }, ["·.roleArn"]],
    [{ from: "jenkins" }, ["·.from"]],
    [{}, ["·.from"]],
    ["gitlab", ["·"]],
    [null, ["·"]],
  ])("refuses %j", (deployer, places) => {
    expect(placesOf(deployer)).toEqual(places);
  });

  test.each(["*", "**", "*/*", "*.*"])("says that the tag %s is every tag", (tag) => {
    const deployedBy = [{ ...gitlab, branch: undefined, tag }];
    expect(problemsOf(devInput({ deployedBy }))).toMatchObject([
      { must: expect.stringContaining("every tag") },
    ]);
  });

  test("names each once, however it is written", () => {
    const deployedBy = [bitbucket, { ...bitbucket, workspaceUuid: `{${uuid}}` }];
    expect(problemsOf(devInput({ deployedBy }))).toMatchObject([{ where: "deployedBy[1]" }]);
  });

  test("must be a list", () => {
    expect(problemsOf(devInput({ deployedBy: gitlab }))).toMatchObject([
      { where: "deployedBy", must: "must be a list" },
    ]);
  });

  test("that was refused for the environment is not reported for each service", () => {
    expect(problemsOf(devInput({ deployedBy: "gitlab" }))).toHaveLength(1);
  });
});
