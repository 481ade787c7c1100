import { Job } from "../../support/forge-server/job";

describe("a comment on GitHub", () => {
  let job: Job;

  beforeEach(async () => {
    job = await Job.start("github");
  });

  afterEach(() => job.server.stop());

  test("waits when a 403 is a rate limit with Retry-After", async () => {
    const headers = { "retry-after": "3" };
    job.server.fail({
      method: "POST",
      status: 403,
      headers,
      body: { message: "You have exceeded a secondary rate limit" },
    });
    expect(await job.post("report")).toMatchObject({ action: "created" });
    expect(job.waits).toEqual([3000]);
  });

  test("waits a minute when a rate limit does not say how long", async () => {
    job.server.fail({
      method: "POST",
      status: 403,
      body: { message: "You have exceeded a secondary rate limit" },
    });
    await job.post("report");
    expect(job.waits).toEqual([60_000]);
  });

  test("waits until the rate limit ends, by GitHub's clock", async () => {
    const headers = {
      date: "Sat, 21 Nov 2026 12:00:00 GMT",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(Date.parse("2026-11-21T12:00:20Z") / 1000),
    };
    job.server.fail({ method: "POST", status: 403, headers, body: { message: "no" } });
    await job.post("report");
    expect(job.waits).toEqual([20_000]);
  });

  test("has no text when its body is null", async () => {
    const html_url = "https://github.com/shop/infrastructure/pull/11#issuecomment-1";
    job.server.fail({ method: "GET", status: 200, body: [{ id: 1, body: null, html_url }] });
    expect(await job.post("report")).toMatchObject({ action: "created" });
  });

  test("holds 65,536 characters and links to the run when cut", async () => {
    await job.post("a line of text\n".repeat(10_000));
    expect(job.bodies[0]?.length).toBeGreaterThan(65_400);
    expect(job.bodies[0]).toContain("[this job](https://github.com/shop/infrastructure/actions/runs/77)");
  });
});
