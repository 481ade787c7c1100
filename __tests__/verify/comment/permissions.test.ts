import { Job, everyForge } from "../../support/forge-server/job";

const rights = {
  gitlab: 'scope "api"',
  github: "pull-requests: write",
  bitbucket: "Pull requests: Write",
};

const tokens = { gitlab: "GITLAB_TOKEN", github: "GITHUB_TOKEN", bitbucket: "BITBUCKET_TOKEN" };

const numbers = { gitlab: "CI_PROJECT_ID", github: "GITHUB_REPOSITORY", bitbucket: "BITBUCKET_REPO_SLUG" };

describe.each(everyForge)("a token on %s", (forge) => {
  let job: Job;

  beforeEach(async () => {
    job = await Job.start(forge);
  });

  afterEach(() => job.server.stop());

  test("that is not known is a ConfigError that names the variable", async () => {
    expect(await job.failure("report", { env: { [tokens[forge]]: "expired" } })).toMatch(
      new RegExp(`^ConfigError: [^]*${tokens[forge]} +must be a token that .* accepts, got 401`),
    );
  });

  test("that may only read is a ConfigError that names the right", async () => {
    job.server.thread.mayWrite = false;
    const text = await job.failure("report");
    expect(text).toMatch(
      new RegExp(`^ConfigError: [^]*${tokens[forge]} +must have the right to comment, got 403`),
    );
    expect(text).toContain(rights[forge]);
  });

  test("that may only read is told so as well when there is a comment to update", async () => {
    await job.post("2 changes");
    job.server.thread.mayWrite = false;
    expect(await job.failure("3 changes")).toContain("must have the right to comment, got 403");
  });

  test("that does not see the repository is a ConfigError that names the right", async () => {
    const other = { gitlab: "6", github: "shop/other", bitbucket: "other" }[forge];
    const text = await job.failure("report", { env: { [numbers[forge]]: other } });
    expect(text).toContain(`${tokens[forge]}  must see merge request 11 of`);
    expect(text).toContain(rights[forge]);
  });

  test("is asked for once, not again", async () => {
    job.server.thread.mayWrite = false;
    await job.failure("report");
    expect(job.server.methods).toEqual(["GET", "POST"]);
  });

  test("is in no error, even when the forge repeats it", async () => {
    const body = JSON.stringify({ message: `bad token ${job.server.thread.token}` });
    job.server.fail({ method: "GET", status: 400, body });
    const text = await job.failure("report");
    expect(text).toContain("bad token ***");
    expect(text).not.toContain(job.server.thread.token);
  });
});

describe("the job token of GitLab", () => {
  test("is refused by GitLab when it is sent as JOB-TOKEN", async () => {
    const job = await Job.start("gitlab");
    const { CI_API_V4_URL: api } = job.server.env;
    const answer = await fetch(`${api}/projects/5/merge_requests/11/notes`, {
      headers: { "JOB-TOKEN": "job-token" },
    });
    await job.server.stop();
    expect(answer.status).toBe(401);
  });
});
