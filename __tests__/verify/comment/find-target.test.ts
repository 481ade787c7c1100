import { type Environment, findTarget, type ReadFile } from "../../../verify/comment/find-target";

const gitlab = {
  GITLAB_CI: "true",
  CI_API_V4_URL: "https://gitlab.example.com/api/v4",
  CI_PROJECT_ID: "5",
  CI_PROJECT_URL: "https://gitlab.example.com/shop/infrastructure",
  CI_MERGE_REQUEST_IID: "11",
  CI_JOB_TOKEN: "job-token",
  GITLAB_TOKEN: "s3cret",
};

const github = {
  GITHUB_ACTIONS: "true",
  GITHUB_API_URL: "https://api.github.com",
  GITHUB_REPOSITORY: "shop/infrastructure",
  GITHUB_REF: "refs/pull/11/merge",
  GITHUB_TOKEN: "s3cret",
};

const bitbucket = {
  BITBUCKET_BUILD_NUMBER: "77",
  BITBUCKET_WORKSPACE: "shop",
  BITBUCKET_REPO_SLUG: "infrastructure",
  BITBUCKET_PR_ID: "11",
  BITBUCKET_TOKEN: "s3cret",
};

const noFile: ReadFile = () => undefined;

function failure(env: Environment, readFile: ReadFile = noFile): string {
  try {
    findTarget(env, readFile);
  } catch (error) {
    return String(error);
  }
  throw new Error("a target was found");
}

describe("findTarget in GitLab", () => {
  test("finds the merge request", () => {
    expect(findTarget({ ...gitlab, CI_JOB_URL: "https://gitlab.example.com/j/1" }, noFile)).toEqual({
      forge: "gitlab",
      api: "https://gitlab.example.com/api/v4",
      repository: "5",
      number: "11",
      token: "s3cret",
      page: "https://gitlab.example.com/shop/infrastructure/-/merge_requests/11",
      job: "https://gitlab.example.com/j/1",
    });
  });

  test("takes the merge request's project before the fork", () => {
    const fork = {
      CI_MERGE_REQUEST_PROJECT_ID: "6",
      CI_MERGE_REQUEST_PROJECT_URL: "https://gitlab.example.com/up",
    };
    expect(findTarget({ ...gitlab, ...fork }, noFile)).toMatchObject({
      repository: "6",
      page: "https://gitlab.example.com/up/-/merge_requests/11",
    });
  });

  test("tells everything that is missing at once", () => {
    expect(failure({ GITLAB_CI: "true" })).toMatchInlineSnapshot(`
     "ConfigError: GitLab pipeline: 4 problems
       CI_API_V4_URL         must be the http or https address of the forge's API, without a user in it, got nothing. The CI sets it; that of a proxy has the same form.
       CI_PROJECT_ID         must be the project's number, got nothing. GitLab sets it.
       CI_MERGE_REQUEST_IID  must be the merge request's number, got nothing. Run the job for merge requests: rules: [{ if: $CI_PIPELINE_SOURCE == "merge_request_event" }].
       GITLAB_TOKEN          must be a token that can comment, got nothing. GitLab needs a project access token with the scope "api" and the role Reporter, in a CI/CD variable GITLAB_TOKEN that is masked and not protected."
    `);
  });

  test.each([
    ["no GITLAB_TOKEN", { GITLAB_TOKEN: undefined }],
    ["the job token as GITLAB_TOKEN", { GITLAB_TOKEN: "job-token" }],
  ])("refuses %s, because a job token cannot write comments", (_, change) => {
    expect(failure({ ...gitlab, ...change })).toContain(
      "got only CI_JOB_TOKEN. GitLab does not let a job token write comments.",
    );
  });

  test("tells how to run for merge requests when the pipeline is of a branch", () => {
    expect(failure({ ...gitlab, CI_MERGE_REQUEST_IID: undefined })).toContain(
      'CI_MERGE_REQUEST_IID  must be the merge request\'s number, got nothing. Run the job for merge requests: rules: [{ if: $CI_PIPELINE_SOURCE == "merge_request_event" }].',
    );
  });
});

describe("findTarget in GitHub", () => {
  test("finds the pull request in the ref", () => {
    expect(
      findTarget({ ...github, GITHUB_RUN_ID: "7", GITHUB_SERVER_URL: "https://ghe.example.com" }, noFile),
    ).toEqual({
      forge: "github",
      api: "https://api.github.com",
      repository: "shop/infrastructure",
      number: "11",
      token: "s3cret",
      job: "https://ghe.example.com/shop/infrastructure/actions/runs/7",
    });
  });

  test("finds the pull request in the event, whatever the ref is", () => {
    const env = { ...github, GITHUB_REF: "refs/heads/main", GITHUB_EVENT_PATH: "/event.json" };
    const readFile: ReadFile = (path) =>
      path === "/event.json" ? '{"pull_request":{"number":12}}' : undefined;
    expect(findTarget(env, readFile).number).toBe("12");
  });

  test.each([undefined, "", "no JSON", "{}", '{"pull_request":{"number":"x"}}', '{"number":3}'])(
    "takes the ref when the event says nothing of a pull request: %j",
    (event) => {
      expect(findTarget({ ...github, GITHUB_EVENT_PATH: "/event.json" }, () => event).number).toBe("11");
    },
  );

  test("reads no file when there is no event", () => {
    const readFile = jest.fn(noFile);
    findTarget(github, readFile);
    expect(readFile).not.toHaveBeenCalled();
  });

  test("takes the address of GitHub.com when none is given", () => {
    expect(findTarget({ ...github, GITHUB_API_URL: undefined }, noFile).api).toBe("https://api.github.com");
  });

  test("tells everything that is missing at once", () => {
    expect(failure({ GITHUB_ACTIONS: "true", GITHUB_REF: "refs/heads/main" })).toMatchInlineSnapshot(`
     "ConfigError: GitHub pipeline: 3 problems
       GITHUB_REPOSITORY  must be owner/name, got nothing. GitHub sets it.
       GITHUB_REF         must be refs/pull/<number>/merge, or GITHUB_EVENT_PATH the event of a pull request, got "refs/heads/main". Run the workflow on: pull_request.
       GITHUB_TOKEN       must be a token that can comment, got nothing. GitHub needs "permissions: pull-requests: write" in the workflow and "env: GITHUB_TOKEN: \${{ github.token }}" at the step; a pull request from a fork has a read-only token."
    `);
  });

  test.each(["infrastructure", "a/b/c", "a b/c", "shop/infra?x"])(
    "refuses the repository %j",
    (repository) => {
      expect(failure({ ...github, GITHUB_REPOSITORY: repository })).toContain("must be owner/name");
    },
  );
});

describe("findTarget in Bitbucket", () => {
  test("finds the pull request", () => {
    expect(findTarget(bitbucket, noFile)).toEqual({
      forge: "bitbucket",
      api: "https://api.bitbucket.org/2.0",
      repository: "shop/infrastructure",
      number: "11",
      token: "s3cret",
      job: "https://bitbucket.org/shop/infrastructure/pipelines/results/77",
    });
  });

  test("takes another address of the API", () => {
    const env = { ...bitbucket, BITBUCKET_API_URL: "http://localhost:8080/2.0/" };
    expect(findTarget(env, noFile).api).toBe("http://localhost:8080/2.0");
  });

  test("tells everything that is missing at once", () => {
    expect(failure({ BITBUCKET_BUILD_NUMBER: "77" })).toMatchInlineSnapshot(`
     "ConfigError: Bitbucket pipeline: 4 problems
       BITBUCKET_WORKSPACE  must be the workspace, got nothing. Bitbucket sets it.
       BITBUCKET_REPO_SLUG  must be the repository's slug, got nothing. Bitbucket sets it.
       BITBUCKET_PR_ID      must be the pull request's number, got nothing. Run the step in the section pull-requests: of bitbucket-pipelines.yml.
       BITBUCKET_TOKEN      must be a token that can comment, got nothing. Bitbucket needs a repository access token with the permission "Pull requests: Write" (pullrequest:write), in a secured variable BITBUCKET_TOKEN."
    `);
  });
});

describe("findTarget", () => {
  test("tells which pipelines it knows when it is in none", () => {
    expect(failure({ CI: "true", GITHUB_TOKEN: "s3cret" })).toMatchInlineSnapshot(`
     "ConfigError: environment variables: 1 problem
       CI  must be a pipeline of GitLab, GitHub or Bitbucket Cloud, got none of GITLAB_CI, GITHUB_ACTIONS, BITBUCKET_BUILD_NUMBER, CI_API_V4_URL, GITHUB_REPOSITORY, BITBUCKET_WORKSPACE. Run this in the pipeline of a merge request, or set that pipeline's variables."
    `);
  });

  test("knows a pipeline by its variables when it does not name itself", () => {
    expect(findTarget({ ...gitlab, GITLAB_CI: undefined }, noFile).forge).toBe("gitlab");
  });

  test("takes the pipeline that runs before variables of another", () => {
    expect(findTarget({ ...github, CI_API_V4_URL: "https://gitlab.example.com/api/v4" }, noFile).forge).toBe(
      "github",
    );
  });

  test.each(["0", "-1", "1.5", "11/../12", "x"])("refuses %j as the number of a merge request", (number) => {
    expect(failure({ ...gitlab, CI_MERGE_REQUEST_IID: number })).toContain(`number, got "${number}"`);
  });

  test.each(["gitlab.example.com", "ftp://gitlab.example.com", "", undefined])(
    "refuses the address %j",
    (address) => {
      expect(failure({ ...gitlab, CI_API_V4_URL: address })).toContain(
        "CI_API_V4_URL  must be the http or https address",
      );
    },
  );

  test("refuses an address with a user without showing the password", () => {
    const text = failure({ ...gitlab, CI_API_V4_URL: "https://user:p4ss@gitlab.example.com/api/v4" });
    expect(text).toContain("without a user in it, got one with a user");
    expect(text).not.toContain("p4ss");
  });

  test.each(["two words", "two\nlines", "tökén"])("refuses the token %j without showing it", (token) => {
    const text = failure({ ...bitbucket, BITBUCKET_TOKEN: token });
    expect(text).toContain("BITBUCKET_TOKEN  must be a token that can comment, got one with spaces");
    expect(text).not.toContain(token);
  });

  test("drops the line break after a token that was read from a file", () => {
    expect(findTarget({ ...github, GITHUB_TOKEN: "s3cret\n" }, noFile).token).toBe("s3cret");
  });

  test("shows the token in no error", () => {
    const text = [
      failure({ ...gitlab, CI_MERGE_REQUEST_IID: "" }),
      failure({ ...github, GITHUB_REF: "" }),
      failure({ ...bitbucket, BITBUCKET_PR_ID: "" }),
    ].join("\n");
    expect(text).not.toContain("s3cret");
  });
});
