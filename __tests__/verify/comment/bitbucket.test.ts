import { Job } from "../../support/forge-server/job";

const marker = "[//]: # (ecs-env review: shop)";

describe("a comment on Bitbucket", () => {
  let job: Job;

  beforeEach(async () => {
    job = await Job.start("bitbucket");
  });

  afterEach(() => job.server.stop());

  async function shown(report: string): Promise<string | undefined> {
    await job.post(report);
    return job.bodies[0]?.slice(`${marker}\n\n`.length);
  }

  test("shows a folded part as a bold line with its content", async () => {
    const report = "<details><summary><b>prod</b>: 2 changes</summary>\n\n- one\n\n</details>";
    expect(await shown(report)).toBe("**prod: 2 changes**\n\n- one\n\n");
  });

  test.each([
    ["<code>api</code> is new", "`api` is new"],
    ["one<br>two", "one two"],
    ["text <!-- unseen -->", "text "],
    ["<details open>", ""],
  ])("writes %j as %j", async (html, markdown) => {
    expect(await shown(`${html}\n\nend`)).toBe(`${markdown}\n\nend`);
  });

  test("keeps tags in code as they are", async () => {
    const report = "```\n<details>\n```";
    expect(await shown(report)).toBe(report);
  });

  test("ends its hidden line only with its own bracket", async () => {
    await job.post("report", { marker: "shop) [x](y" });
    expect(job.bodies[0]?.split("\n")[0]).toBe("[//]: # (ecs-env review: shop%29 %5Bx%5D%28y)");
  });

  test("is posted beside a deleted comment that has no content at all", async () => {
    const deleted = { id: 1, deleted: true, links: { html: { href: "https://bitbucket.org/c" } } };
    job.server.fail({ method: "GET", status: 200, body: { values: [deleted] } });
    expect(await job.post("report")).toMatchObject({ action: "created" });
  });

  test("goes to a workspace that is given by its id", async () => {
    await job.failure("report", { env: { BITBUCKET_WORKSPACE: "{1-2}" } });
    expect(job.server.requests[0]?.url.pathname).toContain("/repositories/%7B1-2%7D/infrastructure/");
  });

  test("holds 32,767 characters and links to the pipeline when cut", async () => {
    await job.post("a line of text\n".repeat(10_000));
    expect(job.bodies[0]?.length).toBeGreaterThan(32_600);
    expect(job.bodies[0]).toContain(
      "[this job](https://bitbucket.org/shop/infrastructure/pipelines/results/77)",
    );
  });
});
