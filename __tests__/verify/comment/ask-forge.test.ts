import { type Fault, ForgeServer } from "../../support/forge-server/forge-server";
import { Job, everyForge } from "../../support/forge-server/job";

const times = (count: number, fault: Fault): readonly Fault[] => new Array<Fault>(count).fill(fault);

describe("a busy forge", () => {
  let job: Job;

  beforeEach(async () => {
    job = await Job.start("gitlab");
  });

  afterEach(() => job.server.stop());

  test.each([429, 500, 502, 503, 504])("is asked again after %i", async (status) => {
    job.server.fail({ method: "POST", status });
    expect(await job.post("report")).toMatchObject({ action: "created" });
  });

  test.each(["before", "after"] as const)(
    "is asked again when the connection breaks %s it did its work",
    async (drop) => {
      job.server.fail({ method: "GET", drop });
      expect(await job.post("report")).toMatchObject({ action: "created" });
    },
  );

  test("is asked again after the seconds that it asks for", async () => {
    job.server.fail({ method: "POST", status: 429, headers: { "retry-after": "7" } });
    await job.post("report");
    expect(job.waits).toEqual([7000]);
  });

  test("is asked again after waits that double", async () => {
    job.server.fail(...times(4, { method: "GET", status: 503 }));
    await job.post("report");
    expect(job.waits).toEqual([500, 1000, 2000, 4000]);
  });

  test("is left alone after five tries", async () => {
    job.server.fail(...times(9, { method: "GET", status: 503, body: "<h1>Down</h1>" }));
    expect(await job.failure("report")).toMatchInlineSnapshot(`
     "ConfigError: GitLab, merge request 11 of 5: 1 problem
       <forge>  must answer, got 503 "<h1>Down</h1>" at the last of 5 tries. Run the job again later."
    `);
    expect(job.server.requests).toHaveLength(5);
  });

  test("is left alone when it asks for more than a pipeline can wait", async () => {
    job.server.fail({ method: "GET", status: 429, headers: { "retry-after": "3600" }, body: "Retry later" });
    expect(await job.failure("report")).toMatchInlineSnapshot(`
     "ConfigError: GitLab, merge request 11 of 5: 1 problem
       <forge>  must answer, got 429 "Retry later". Run the job again in 3600 seconds."
    `);
    expect(job.waits).toEqual([]);
  });

  test("is asked again when no answer comes in time", async () => {
    job.server.fail({ method: "GET", delayMilliseconds: 300 });
    expect(await job.post("report", { timeoutMilliseconds: 100 })).toMatchObject({ action: "created" });
    expect(job.waits).toEqual([500]);
  });

  test("that never answers in time is told with the time", async () => {
    job.server.fail(...times(5, { method: "GET", delayMilliseconds: 200 }));
    expect(await job.failure("report", { timeoutMilliseconds: 50 })).toContain("got no answer within 0.05 s");
  });

  test("that does not listen is told without the token", async () => {
    const gone = await ForgeServer.start("gitlab");
    const { env, host } = gone;
    await gone.stop();
    const text = await job.failure("report", { env });
    expect(text).toContain(`connect ECONNREFUSED ${host}`);
    expect(text).not.toContain(gone.thread.token);
  });

  test("that prints the token in a network error does not make us print it", async () => {
    const { token } = job.server.thread;
    const text = await job.failure("report", {
      fetch: () => Promise.reject(new Error(`bad header ${token}`)),
    });
    expect(text).toContain("bad header ***");
  });
});

describe("a refusal", () => {
  let job: Job;

  beforeEach(async () => {
    job = await Job.start("github");
  });

  afterEach(() => job.server.stop());

  test("is told with the forge's own words", async () => {
    const body = {
      message: "Validation Failed",
      errors: [{ message: "Body is\nno text" }, { code: "custom" }],
    };
    job.server.fail({ method: "POST", status: 422, body });
    expect(await job.failure("report")).toMatchInlineSnapshot(`
     "ConfigError: GitHub, merge request 11 of shop/infrastructure: 1 problem
       <forge>  must accept the request to comment, got 422 "Validation Failed: Body is no text". These are GitHub's own words: mend what they name, then run the job again."
    `);
  });

  test("is not asked again", async () => {
    job.server.fail({ method: "POST", status: 422, body: {} });
    await job.failure("report");
    expect(job.waits).toEqual([]);
  });

  test("of an update is told, not answered with another comment", async () => {
    await job.post("old");
    job.server.fail({ method: "UPDATE", status: 422, body: { message: "no" } });
    expect(await job.failure("new")).toContain('must accept the request to update its comment, got 422 "no"');
  });

  test("is told in 300 characters at most", async () => {
    job.server.fail({ method: "POST", status: 422, body: "x".repeat(5000) });
    expect(await job.failure("report")).toMatch(/"x{299}…"/);
  });
});

describe.each(everyForge)("a wrong address for %s", (forge) => {
  let job: Job;

  beforeEach(async () => {
    job = await Job.start(forge);
  });

  afterEach(() => job.server.stop());

  test("that answers with a page is told as such", async () => {
    job.server.fail({ method: "GET", status: 200, body: "<html>Sign in</html>" });
    expect(await job.failure("report")).toContain("got 200 with text/html of another form");
  });

  test("that redirects within its server is followed", async () => {
    const { method, url } = await firstRequest(job);
    job.server.fail({ method: "GET", status: 307, headers: { location: url.pathname + url.search } });
    await job.post("report");
    expect(method).toBe("GET");
    expect(job.server.methods.slice(0, 3)).toEqual(["GET", "GET", "POST"]);
  });

  test("that redirects in a circle is given up", async () => {
    job.server.fail(...times(9, { method: "GET", status: 302, headers: { location: "/" }, body: {} }));
    expect(await job.failure("report")).toContain("got 302");
    expect(job.server.requests).toHaveLength(6);
  });

  test("that redirects to another host does not get the token there", async () => {
    const other = await ForgeServer.start(forge);
    job.server.fail({ method: "GET", status: 307, headers: { location: `http://${other.host}/` } });
    const text = await job.failure("report");
    expect(text).toContain(`got a redirect to ${other.host}`);
    await other.stop();
    expect(other.requests).toEqual([]);
  });

  test("that redirects a comment to another host does not send it there", async () => {
    const other = await ForgeServer.start(forge);
    job.server.fail({ method: "POST", status: 308, headers: { location: `http://${other.host}/` } });
    await job.failure("report");
    await other.stop();
    expect(other.requests).toEqual([]);
  });
});

describe("a redirect between http and https", () => {
  /** Addresses that are asked when the first answer redirects. */
  async function asked(from: string, to: string): Promise<readonly string[]> {
    const job = await Job.start("gitlab");
    const seen: string[] = [];
    await job.failure("report", {
      env: { CI_API_V4_URL: `${from}/api/v4` },
      fetch: (address) => {
        seen.push(new URL(String(address)).origin);
        const moved = new Response(null, { status: 301, headers: { location: `${to}/api/v4` } });
        return Promise.resolve(seen.length === 1 ? moved : new Response("{}", { status: 401 }));
      },
    });
    await job.server.stop();
    return seen;
  }

  test("is followed to https of the same host", async () => {
    expect(await asked("http://gitlab.example.com", "https://gitlab.example.com")).toHaveLength(2);
  });

  test.each([
    ["down to http", "https://gitlab.example.com", "http://gitlab.example.com"],
    ["to https of another host", "http://gitlab.example.com", "https://example.com"],
  ])("is not followed %s", async (_, from, to) => {
    expect(await asked(from, to)).toEqual([from]);
  });
});

/** What a job asks first. */
async function firstRequest(job: Job) {
  await job.post("report");
  for (const comment of job.server.thread.comments) comment.isDeleted = true;
  const [first] = job.server.requests.splice(0);
  if (first === undefined) throw new Error("nothing was asked");
  return first;
}
