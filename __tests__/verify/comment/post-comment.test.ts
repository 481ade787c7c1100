import { Job, everyForge } from "../../support/forge-server/job";

const markers = {
  gitlab: "<!-- ecs-env review: shop -->",
  github: "<!-- ecs-env review: shop -->",
  bitbucket: "[//]: # (ecs-env review: shop)",
};

const addresses = {
  gitlab: "https://gitlab.example.com/shop/infrastructure/-/merge_requests/11#note_1000",
  github: "https://github.com/shop/infrastructure/pull/11#issuecomment-1000",
  bitbucket: "https://bitbucket.org/shop/infrastructure/pull-requests/11/_/diff#comment-1000",
};

/** Characters that each forge accepts. */
const limits = { gitlab: 1_000_000, github: 65_536, bitbucket: 32_767 };

describe.each(everyForge)("postComment on %s", (forge) => {
  let job: Job;
  const marker = markers[forge];

  beforeEach(async () => {
    job = await Job.start(forge);
  });

  afterEach(() => job.server.stop());

  test("creates a comment that begins with its marker", async () => {
    await job.post("2 changes");
    expect(job.bodies).toEqual([`${marker}\n\n2 changes`]);
  });

  test("tells the web address of the comment that it created", async () => {
    expect(await job.post("2 changes")).toEqual({ action: "created", url: addresses[forge] });
  });

  test("updates the comment of an earlier run", async () => {
    await job.post("2 changes");
    expect(await job.post("3 changes")).toEqual({ action: "updated", url: addresses[forge] });
    expect(job.bodies).toEqual([`${marker}\n\n3 changes`]);
  });

  test("writes nothing when the report is the same", async () => {
    await job.post("2 changes");
    job.server.requests.length = 0;
    expect(await job.post("2 changes\n")).toEqual({ action: "unchanged", url: addresses[forge] });
    expect(job.server.methods).toEqual(["GET"]);
  });

  test("takes a comment as the same when the forge keeps its line breaks as CRLF", async () => {
    job.server.thread.add(`${marker}\r\n\r\none\r\ntwo\r\n`);
    expect(await job.post("one\ntwo")).toMatchObject({ action: "unchanged" });
  });

  test.each([100, 101, 250])("finds its comment behind %i others", async (others) => {
    for (let count = 0; count < others; count += 1) job.server.thread.add("me too", "somebody");
    const ours = job.server.thread.add(`${marker}\n\nold`);
    expect(await job.post("new")).toMatchObject({ action: "updated" });
    expect(ours.body).toBe(`${marker}\n\nnew`);
  });

  test("keeps a comment for each of two projects", async () => {
    await job.post("of the shop");
    await job.post("of the stock", { marker: "stock" });
    await job.post("of the shop, later");
    expect(job.bodies).toEqual([
      `${marker}\n\nof the shop, later`,
      `${marker.replace("shop", "stock")}\n\nof the stock`,
    ]);
  });

  test.each(["> MARKER\n>\n> 2 changes\n\nWhy?", "2 changes\n\nMARKER", "MARKER and more"])(
    "leaves a comment alone that has the marker elsewhere: %j",
    async (text) => {
      const quote = job.server.thread.add(text.replace("MARKER", marker));
      expect(await job.post("3 changes")).toMatchObject({ action: "created" });
      expect(quote.body).toBe(text.replace("MARKER", marker));
    },
  );

  test("creates a comment when that of the earlier run was deleted", async () => {
    await job.post("2 changes");
    for (const comment of job.server.thread.comments) comment.isDeleted = true;
    expect(await job.post("2 changes")).toMatchObject({ action: "created" });
  });

  test("creates a comment when somebody deletes the old one before it is updated", async () => {
    const old = job.server.thread.add(`${marker}\n\nold`);
    job.server.fail({ method: "UPDATE", meanwhile: () => (old.isDeleted = true) });
    expect(await job.post("new")).toMatchObject({ action: "created" });
    expect(job.bodies).toEqual([`${marker}\n\nnew`]);
  });

  test("updates the older of two comments that carry its marker", async () => {
    job.server.thread.add(`${marker}\n\none`);
    job.server.thread.add(`${marker}\n\nanother`);
    await job.post("new");
    expect(job.bodies).toEqual([`${marker}\n\nnew`, `${marker}\n\nanother`]);
  });

  test("passes over a comment that somebody else wrote with our marker", async () => {
    job.server.thread.add(`${marker}\n\nall fine`, "somebody");
    await job.post("2 changes");
    expect(await job.post("3 changes")).toMatchObject({ action: "updated" });
    expect(job.bodies).toEqual([`${marker}\n\nall fine`, `${marker}\n\n3 changes`]);
  });

  test("keeps the older one when another pipeline comments at the same time", async () => {
    job.server.fail({ method: "POST", meanwhile: (thread) => thread.add(`${marker}\n\nby the other`) });
    expect(await job.post("by us")).toEqual({ action: "updated", url: addresses[forge] });
    expect(job.bodies).toEqual([`${marker}\n\nby us`]);
  });

  test("keeps its own comment when the other pipeline's is younger", async () => {
    job.server.fail(
      { method: "GET" },
      { method: "GET", meanwhile: (thread) => thread.add(`${marker}\n\nby the other`) },
    );
    expect(await job.post("by us")).toEqual({ action: "created", url: addresses[forge] });
    expect(job.server.methods).toEqual(["GET", "POST", "GET"]);
  });

  test("leaves one comment when two jobs post at once", async () => {
    await Promise.all([job.post("by one"), job.post("by the other")]);
    expect(job.bodies).toHaveLength(1);
  });

  test("leaves one comment when the answer to its creation is lost", async () => {
    job.server.fail({ method: "POST", drop: "after" });
    expect(await job.post("2 changes")).toEqual({ action: "created", url: addresses[forge] });
    expect(job.bodies).toEqual([`${marker}\n\n2 changes`]);
  });

  test("does not mind that its spare comment is gone already", async () => {
    job.server.fail(
      { method: "POST", meanwhile: (thread) => thread.add(`${marker}\n\nby the other`) },
      { method: "DELETE", drop: "after" },
    );
    expect(await job.post("by us")).toMatchObject({ action: "updated" });
  });

  test("cuts a report that is longer than the forge accepts", async () => {
    await job.post(`${"a line ".repeat(20)}\n`.repeat(9000));
    expect(job.bodies[0]).toMatch(
      /lines are left out here\. The whole report is in the artifacts of .*this job/,
    );
  });

  test("posts a report whole that is just as long as the forge accepts", async () => {
    const report = "x".repeat(limits[forge] - marker.length - 2);
    await job.post(report);
    expect(job.bodies).toEqual([`${marker}\n\n${report}`]);
  });

  test("cuts a report that is one character longer", async () => {
    const last = "x".repeat(300);
    await job.post(`${"x".repeat(limits[forge] - marker.length - 2 - 300)}\n${last}`);
    expect(job.bodies[0]).toContain("1 of 2 lines are left out");
  });

  test("updates with a cut report too", async () => {
    await job.post("short");
    expect(await job.post(`${"a line ".repeat(20)}\n`.repeat(9000))).toMatchObject({ action: "updated" });
  });
});
