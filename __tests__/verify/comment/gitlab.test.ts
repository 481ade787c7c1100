import { Job } from "../../support/forge-server/job";

const marker = "<!-- ecs-env review: shop -->";

describe("a note on GitLab", () => {
  let job: Job;

  beforeEach(async () => {
    job = await Job.start("gitlab");
  });

  afterEach(() => job.server.stop());

  test("is found behind a page from which GitLab hides notes", async () => {
    for (let count = 0; count < 150; count += 1) {
      const { id } = job.server.thread.add("a system note", "somebody");
      if (count < 100) job.server.thread.unseen.add(id);
    }
    job.server.thread.add(`${marker}\n\nold`);
    expect(await job.post("new")).toMatchObject({ action: "updated" });
  });

  test("is found by the Link header of keyset pages", async () => {
    const notes = (text: string) => [{ id: 1, body: text }];
    const link = '<https://gitlab.internal/api/v4/projects/5/x?cursor=abc>; rel="next"';
    job.server.fail(
      { method: "GET", status: 200, headers: { link }, body: notes("first page") },
      { method: "GET", status: 200, body: notes(`${marker}\n\nreport`) },
    );
    expect(await job.post("report")).toMatchObject({ action: "unchanged" });
    expect(job.server.requests[1]?.url.search).toBe("?cursor=abc");
  });

  test("that is always told to have a next page is not read forever", async () => {
    const headers = { "x-next-page": "2" };
    const page = { method: "GET", status: 200, headers, body: [] } as const;
    job.server.fail(page, page);
    await job.post("report");
    expect(job.server.methods.slice(0, 3)).toEqual(["GET", "GET", "POST"]);
  });

  test.each(["/merge", "  /approve", "before\n/close\nafter"])(
    "does not run a quick action: %j",
    async (report) => {
      await job.post(report);
      await job.post(`${report}\n`.repeat(2));
      expect(job.server.thread.commands).toEqual([]);
    },
  );

  test("keeps slashes in code as they are", async () => {
    const report = "```\n/merge\n```";
    await job.post(report);
    expect(job.bodies).toEqual([`${marker}\n\n${report}`]);
  });

  test("goes to the merge request's project, not to the fork that the pipeline runs in", async () => {
    const env = { CI_PROJECT_ID: "900", CI_MERGE_REQUEST_PROJECT_ID: "5" };
    expect(await job.post("report", { env })).toMatchObject({ action: "created" });
  });

  test("goes to a project that is given by its path", async () => {
    const text = await job.failure("report", { env: { CI_PROJECT_ID: "shop/infrastructure" } });
    expect(text).toContain("404 Project Not Found");
    expect(job.server.requests[0]?.url.pathname).toContain(
      "/projects/shop%2Finfrastructure/merge_requests/11/",
    );
  });

  test("has the API's address when the pipeline tells no project address", async () => {
    const env = { CI_MERGE_REQUEST_PROJECT_URL: "" };
    const { url } = await job.post("report", { env });
    expect(url).toBe(`http://${job.server.host}/api/v4/projects/5/merge_requests/11/notes#note_1000`);
  });

  test("holds a million characters", async () => {
    await job.post("x".repeat(999) + "\n" + "a line of text\n".repeat(66_000));
    expect(job.bodies[0]?.length).toBeGreaterThan(990_000);
    expect(job.bodies[0]).not.toContain("left out");
  });

  test("that is refused says why in GitLab's words, whatever their form", async () => {
    job.server.fail({ method: "POST", status: 400, body: { message: { note: ["can't be blank"] } } });
    expect(await job.failure("report")).toContain(`can't be blank`);
  });
});
