import type { RuleState } from "../support/local-aws/watching/watched";
import { DeliveredEstate, type JsonAnswer } from "../support/end-to-end/delivered-estate";
import { everyWayToDeploy } from "../support/end-to-end/every-way-to-deploy";
import { allEnded, endOf } from "../support/end-to-end/outcomes";
import type { PlannedChange } from "../support/offline-account";
import { describeWithTerraform } from "../support/terraform";

const account = "111111111111";
const estate = everyWayToDeploy();
const services = estate.environments.flatMap((environment) => Object.keys(environment.services)).sort();
const backends = services.filter((name) => name.startsWith("api-"));
const inParts = services.filter((name) => /canary|linear/.test(name));
const where = ["--env", "dev", "--service", services.join(",")];
const changing = [...where, "--poll", "0.05"];
/** Deployments touch nothing that the other stacks hold; the first plan and the last are of all. */
const touched = ["dev-services"];

type ByService<Value> = Readonly<Record<string, Value>>;

describeWithTerraform("Services of every strategy, on every controller", () => {
  let world: DeliveredEstate;
  const digests: Record<string, ByService<readonly string[]>> = {};
  beforeAll(async () => {
    world = await DeliveredEstate.apply(estate);
    for (const tag of ["one", "two", "broken", "three"])
      digests[tag] = byService((name) => [world.aws.pushImage(name, { tag })]);
  }, 120_000);
  afterAll(() => world.stop());

  /** Digests that each service's tasks run. */
  function running(): ByService<readonly (string | undefined)[]> {
    return byService((name) => runningOf(name).map(({ digest }) => digest));
  }

  function runningOf(name: string) {
    return world.aws.service("dev", name).running();
  }

  function command(...args: readonly string[]): Promise<JsonAnswer> {
    return world.ask(account, args);
  }

  function release(tag: string, ...options: readonly string[]): Promise<JsonAnswer> {
    return command("deploy", ...changing, "--image", tag, ...options);
  }

  describe("after two releases, all services in one call", () => {
    let answers: readonly JsonAnswer[];
    beforeAll(async () => {
      const first = await release("one");
      for (const name of backends) world.aws.service("dev", name).scaleTo(3);
      answers = [first, await release("two")];
    }, 60_000);

    test("are reported done", () => {
      const end = allEnded(0, "done", services);
      expect(answers.map(endOf)).toEqual([end, end]);
    });

    test("run the second", () => {
      expect(running()).toEqual(digests["two"]);
    });

    test("keep the number of tasks that autoscaling chose", () => {
      expect(backends.map((name) => runningOf(name)[0]?.tasks)).toEqual(backends.map(() => 3));
    });

    test("have an empty plan", async () => {
      expect(await world.plan()).toEqual([]);
    }, 60_000);
  });

  describe("after a rollback", () => {
    let answer: JsonAnswer;
    beforeAll(async () => {
      answer = await command("rollback", ...changing);
    }, 60_000);

    test("are reported done", () => {
      expect(endOf(answer)).toEqual(allEnded(0, "done", services));
    });

    test("run the first release again", () => {
      expect(running()).toEqual(digests["one"]);
    });

    test("have an empty plan", async () => {
      expect(await world.plan(touched)).toEqual([]);
    }, 60_000);
  });

  describe("after a release that crashed", () => {
    let answer: JsonAnswer;
    let before: ByService<readonly string[]>;
    beforeAll(async () => {
      before = tags();
      for (const name of services) world.aws.service("dev", name).next("crashes");
      answer = await release("broken");
    }, 60_000);

    /** Every tag of every image that was pushed, and what it names. */
    function tags(): ByService<readonly string[]> {
      return byService((name) =>
        Object.values(digests).flatMap((all) =>
          (all[name] ?? []).flatMap((digest) =>
            world.aws.tagsOf(name, digest).map((tag) => `${tag} ${digest}`),
          ),
        ),
      );
    }

    test("are reported rolled back", () => {
      expect(endOf(answer)).toEqual(allEnded(1, "rolled-back", services));
    });

    test("run what they ran", () => {
      expect(running()).toEqual(digests["one"]);
    });

    test("have the tags of before: none says that the environment runs it, or that it was healthy", () => {
      expect(tags()).toEqual(before);
    });

    test("have an empty plan", async () => {
      expect(await world.plan(touched)).toEqual([]);
    }, 60_000);
  });

  describe("while traffic shifts", () => {
    let shares: ByService<number>;
    let idle: readonly PlannedChange[];
    let changes: readonly PlannedChange[];
    let before: unknown;
    let after: unknown;
    let runningBefore: unknown;
    let runningAfter: unknown;
    beforeAll(async () => {
      world.aws.stopTime();
      await release("three", "--no-wait");
      shares = shiftUntilInTheMiddle();
      idle = await world.plan(touched);
      world.write(everyWayToDeploy({ GREETING: "hello" }));
      changes = await world.plan(touched);
      [before, runningBefore] = [whatShifts(), byService(runningOf)];
      await world.applyAgain("dev-services");
      [after, runningAfter] = [whatShifts(), byService(runningOf)];
    }, 120_000);

    function whatShifts(): unknown {
      return world.existing(account, "aws_ecs_service", "aws_lb_listener_rule");
    }

    /** Lets time pass until the new tasks of all services whose traffic comes in parts have a part of it. @returns the parts, percent */
    function shiftUntilInTheMiddle(): ByService<number> {
      for (let beats = 0; beats < 100; beats += 1) {
        const now = Object.fromEntries(inParts.map((name) => [name, leastShare(name)]));
        if (Object.values(now).every((share) => share > 0)) return now;
        world.aws.tick();
      }
      throw new Error("the traffic of the services never was in the middle all at once");
    }

    /** The smaller share of a service's two target groups, in its production rule. */
    function leastShare(name: string): number {
      const weights = [...world.aws.region(account).rules.values()]
        .filter((rule) =>
          groupsOf(rule).some(({ TargetGroupArn = "" }) => TargetGroupArn.includes(`/dev-${name}-`)),
        )
        .map((rule) => Math.min(...groupsOf(rule).map(({ Weight = 0 }) => Weight)));
      return Math.max(0, ...weights);
    }

    test("show nothing in a plan", () => {
      expect(idle).toEqual([]);
    });

    test("show a new template, and where it is said, and no more", () => {
      const kinds = changes.map(({ address }) => address.split(".")[0]);
      expect([...new Set(kinds)].sort()).toEqual(["aws_ecs_task_definition", "aws_ssm_parameter"]);
      expect(changes).toHaveLength(2 * services.length);
    });

    test("are shifted by no apply", () => {
      expect(after).toEqual(before);
      expect(Object.keys(shares)).toEqual(inParts);
    });

    test("run after an apply what they ran", () => {
      expect(runningAfter).toEqual(runningBefore);
    });
  });

  describe("after the shift", () => {
    let answer: JsonAnswer;
    beforeAll(async () => {
      answer = await asTimePasses(() => command("wait", ...changing));
    }, 60_000);

    test("are reported done by whoever waits", () => {
      expect(endOf(answer)).toEqual(allEnded(0, "done", services));
    });

    test("run the release that was under way", () => {
      expect(running()).toEqual(digests["three"]);
    });

    test("have a newer template, as the status says", async () => {
      expect(await templates()).toEqual(
        byService(() => ({ isNewer: true, changes: [expect.stringContaining("GREETING")] })),
      );
    });
  });

  describe("after a sync", () => {
    let answer: JsonAnswer;
    beforeAll(async () => {
      answer = await asTimePasses(() => command("sync", ...changing));
    }, 60_000);

    test("are reported done", () => {
      expect(endOf(answer)).toEqual(allEnded(0, "done", services));
    });

    test("run the same image", () => {
      expect(running()).toEqual(digests["three"]);
    });

    test("run the newest template", async () => {
      expect(await templates()).toEqual(byService(() => ({ isNewer: false, changes: [] })));
    });

    test("have an empty plan", async () => {
      expect(await world.plan()).toEqual([]);
    }, 60_000);
  });

  async function asTimePasses<Result>(work: () => Promise<Result>): Promise<Result> {
    const passing = setInterval(() => world.aws.tick(), 20);
    try {
      return await work();
    } finally {
      clearInterval(passing);
    }
  }

  async function templates(): Promise<ByService<unknown>> {
    const { lines } = await command("status", ...where);
    const answers = lines.filter(({ kind }) => kind === "status");
    return Object.fromEntries(
      answers.map(({ service, template }) => [service, { ...Object(template), revision: undefined }]),
    );
  }
});

function byService<Value>(valueOf: (service: string) => Value): ByService<Value> {
  return Object.fromEntries(services.map((name) => [name, valueOf(name)]));
}

function groupsOf({ Actions }: RuleState) {
  return Actions?.[0]?.ForwardConfig?.TargetGroups ?? [];
}
