import { originOf } from "../../../../cli/ecs-env/applications/ci-variables";

const gitlab = {
  GITLAB_CI: "true",
  CI_COMMIT_SHA: "4f2a9c1",
  CI_PIPELINE_URL: "https://gitlab.example.com/shop/orders/-/pipelines/7",
  GITLAB_USER_LOGIN: "ada",
};

describe("The origin of a release", () => {
  test.each([
    ["GitLab", gitlab, "https://gitlab.example.com/shop/orders/-/pipelines/7"],
    [
      "GitHub",
      {
        GITHUB_ACTIONS: "true",
        GITHUB_SHA: "4f2a9c1",
        GITHUB_SERVER_URL: "https://github.com",
        GITHUB_REPOSITORY: "acme/orders",
        GITHUB_RUN_ID: "42",
        GITHUB_TRIGGERING_ACTOR: "ada",
      },
      "https://github.com/acme/orders/actions/runs/42",
    ],
    [
      "Bitbucket",
      {
        BITBUCKET_BUILD_NUMBER: "7",
        BITBUCKET_COMMIT: "4f2a9c1",
        BITBUCKET_GIT_HTTP_ORIGIN: "https://bitbucket.org/acme/orders",
        BITBUCKET_STEP_TRIGGERER_UUID: "ada",
      },
      "https://bitbucket.org/acme/orders/pipelines/results/7",
    ],
    [
      "CodeBuild",
      {
        CODEBUILD_BUILD_ID: "orders:1234",
        CODEBUILD_RESOLVED_SOURCE_VERSION: "4f2a9c1",
        CODEBUILD_INITIATOR: "ada",
      },
      "orders:1234",
    ],
  ])("is what %s says", (_, env, pipeline) => {
    expect(originOf({}, env)).toEqual({ commit: "4f2a9c1", person: "ada", pipeline });
  });

  test("is what the options say before what the CI says", () => {
    expect(originOf({ commit: "fff", person: "bob" }, gitlab)).toMatchObject({
      commit: "fff",
      person: "bob",
    });
  });

  test("leaves out what is not known in full", () => {
    expect(originOf({}, { GITHUB_ACTIONS: "true", GITHUB_SERVER_URL: "https://github.com" })).toEqual({});
  });

  test("is nothing outside of a CI", () => {
    expect(originOf({}, { CI_COMMIT_SHA: "4f2a9c1" })).toEqual({});
  });

  test("holds no token, although the pipeline's address does", () => {
    const pipeline = "https://ci:secret1@ci.example.com/7?access_token=secret2";
    expect(originOf({ pipeline }, {})).toEqual({ pipeline: "https://ci.example.com/7?access_token=" });
  });
});
