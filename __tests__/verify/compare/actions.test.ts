import { compareSides } from "../../../verify/compare/compare-sides";
import { aStack, changeOf, changesOf, settingsOf } from "./two-sides";

describe("A resource", () => {
  test("comes", () => {
    expect(changeOf({}, { "aws_lb.it": {} })).toMatchObject({ action: "add", address: "aws_lb.it" });
  });

  test("goes, with what is lost", () => {
    expect(changeOf({ "aws_s3_bucket.it": {} }, {})).toMatchObject({
      action: "destroy",
      loses: expect.stringContaining("objects"),
    });
  });

  test("is imported when a block says so", () => {
    const change = changeOf({}, { "aws_lb.it": {} }, { import: [{ to: "aws_lb.it", id: "x" }] });
    expect(change.action).toBe("import");
  });

  test("is forgotten when a block says so, and loses nothing", () => {
    const removed = [{ from: "aws_s3_bucket.it", lifecycle: [{ destroy: false }] }];
    const change = changeOf({ "aws_s3_bucket.it": {} }, {}, { removed });
    expect([change.action, change.loses]).toEqual(["forget", undefined]);
  });

  test("is replaced for what cannot change, with the attribute", () => {
    const change = changeOf(
      { "aws_db_instance.it": { engine: "postgres" } },
      { "aws_db_instance.it": { engine: "mysql" } },
    );
    expect(change).toMatchObject({
      action: "replace",
      forcedBy: ["engine"],
      loses: expect.stringContaining("data"),
    });
  });

  test("is not replaced when it only writes down the provider's default", () => {
    const change = changeOf({ "aws_lb.it": {} }, { "aws_lb.it": { load_balancer_type: "application" } });
    expect(change.action).toBe("change");
  });

  test("is replaced in some cases only, by both sides' values", () => {
    const of = (subnets: readonly string[], type: string) => ({
      "aws_lb.it": { subnets, load_balancer_type: type },
    });
    expect(changeOf(of(["a", "b"], "network"), of(["a"], "network")).action).toBe("replace");
    expect(changeOf(of(["a", "b"], "application"), of(["a"], "application")).action).toBe("change");
  });

  test("has a new revision when it is a task definition", () => {
    const change = changeOf(
      { "aws_ecs_task_definition.it": { cpu: "256" } },
      { "aws_ecs_task_definition.it": { cpu: "512" } },
    );
    expect(change.action).toBe("revise");
  });

  test("is replaced when it is another family of task definitions", () => {
    const change = changeOf(
      { "aws_ecs_task_definition.it": { family: "a" } },
      { "aws_ecs_task_definition.it": { family: "b" } },
    );
    expect(change.action).toBe("replace");
  });
});

describe("What follows from a replacement", () => {
  const group = (description: string, rule: object) => ({
    "aws_security_group.it": { description, name: "it" },
    ...rule,
  });
  const actionOf = (rule: Record<string, object>) => {
    const [address = ""] = Object.keys(rule);
    return changesOf(group("a", rule), group("b", rule)).find((change) => change.address === address);
  };

  test("is a replacement where the reference cannot change", () => {
    const change = actionOf({
      "aws_vpc_security_group_ingress_rule.x": { security_group_id: "${aws_security_group.it.id}" },
    });
    expect(change?.forcedBy).toEqual(["security_group_id: aws_security_group.it is made anew"]);
  });

  test("is a change where the reference can change", () => {
    expect(actionOf({ "aws_lb.x": { security_groups: ["${aws_security_group.it.id}"] } })?.action).toBe(
      "change",
    );
  });

  test("is nothing where the reference is to what stays the same", () => {
    expect(actionOf({ "aws_lb.x": { name: "${aws_security_group.it.name}" } })).toBeUndefined();
  });

  test("is nothing where the attribute is ignored", () => {
    const lifecycle = { ignore_changes: ["security_groups"] };
    expect(
      actionOf({ "aws_lb.x": { security_groups: ["${aws_security_group.it.id}"], lifecycle } }),
    ).toBeUndefined();
  });

  test("goes on through several resources", () => {
    const rest = {
      "aws_subnet.it": { vpc_id: "${aws_vpc.it.id}" },
      "aws_nat_gateway.it": { subnet_id: "${aws_subnet.it.id}" },
    };
    const of = (cidr: string) => ({ "aws_vpc.it": { cidr_block: cidr }, ...rest });
    const changes = changesOf(of("10.0.0.0/16"), of("10.1.0.0/16"));
    expect(changes.map(({ address, action }) => `${action} ${address}`)).toEqual([
      "replace aws_nat_gateway.it",
      "replace aws_subnet.it",
      "replace aws_vpc.it",
    ]);
  });
});

describe("An address", () => {
  const logs = (name: string) => ({ name, retention_in_days: 30, kms_key_id: "k" });
  const [old, now] = ["aws_cloudwatch_log_group.backend_logs", "aws_cloudwatch_log_group.orders_logs"];

  test("moves where a block says so", () => {
    const moved = [{ from: old, to: now }];
    const change = changeOf({ [old]: logs("/a") }, { [now]: logs("/a") }, { moved });
    expect(change).toMatchObject({ action: "move", address: now, from: old, attributes: [] });
  });

  test("moves through several blocks", () => {
    const moved = [
      { from: "aws_cloudwatch_log_group.between", to: now },
      { from: old, to: "aws_cloudwatch_log_group.between" },
    ];
    expect(changeOf({ [old]: logs("/a") }, { [now]: logs("/a") }, { moved }).action).toBe("move");
  });

  test("that moves is no change for what refers to it", () => {
    const user = (address: string) => ({ "aws_x.user": { log: `\${${address}.arn}` } });
    const moved = [{ from: old, to: now }];
    const changes = changesOf(
      { [old]: logs("/a"), ...user(old) },
      { [now]: logs("/a"), ...user(now) },
      { moved },
    );
    expect(changes.map(({ address }) => address)).toEqual([now]);
  });

  test("looks renamed without a block, and what is there is lost", () => {
    const change = changeOf({ [old]: logs("/ecs/backend") }, { [now]: logs("/ecs/orders") });
    expect(change).toMatchObject({ action: "rename", from: old, loses: "its logs" });
  });

  test("looks renamed when the new name holds the old one, with underscores in addresses and hyphens in names", () => {
    const body = (name: string, role: string) => ({
      name,
      a: name,
      b: name,
      role: `\${aws_iam_role.${role}_role.arn}`,
    });
    const change = changeOf(
      { "aws_x.api_it": body("dev-api", "api") },
      { "aws_x.api_v2_it": body("dev-api-v2", "api_v2") },
    );
    expect(change.action).toBe("rename");
  });

  test("is another thing where too little is the same", () => {
    const other = { name: "/x", retention_in_days: 1, kms_key_id: "other" };
    const changes = changesOf({ [old]: logs("/ecs/backend") }, { [now]: other });
    expect(changes.map(({ action }) => action)).toEqual(["destroy", "add"]);
  });

  test("is renamed to the one that is most alike", () => {
    const changes = changesOf(
      { [old]: logs("/ecs/backend") },
      {
        "aws_cloudwatch_log_group.a_logs": { ...logs("/elsewhere"), skip_destroy: true },
        [now]: logs("/ecs/orders"),
      },
    );
    expect(changes.find(({ action }) => action === "rename")?.address).toBe(now);
  });
});

describe("Settings", () => {
  test.each([
    [
      "terraform",
      { terraform: { required_version: ">= 1.9" } },
      { terraform: { required_version: ">= 1.10" } },
      "required_version",
    ],
    [
      "terraform",
      { terraform: { backend: { local: {} } } },
      { terraform: { backend: { s3: { bucket: "b" } } } },
      "backend.local",
    ],
    [
      "provider.aws",
      { provider: { aws: [{ region: "a" }] } },
      { provider: { aws: [{ region: "b" }] } },
      "region",
    ],
    [
      "provider.aws.x",
      { provider: { aws: [{ alias: "x", region: "a" }] } },
      { provider: { aws: [{ alias: "x", region: "b" }] } },
      "region",
    ],
    ["output.it", { output: { it: { value: 1 } } }, { output: { it: { value: 2 } } }, "content"],
    ["module.it", { module: { it: { source: "./a" } } }, { module: { it: { source: "./b" } } }, "source"],
    [
      "data.aws_ami.it",
      { data: { aws_ami: { it: { owners: ["a"] } } } },
      { data: { aws_ami: { it: { owners: ["a", "b"] } } } },
      "owners",
    ],
  ])("of %s are told", (address, base, head, path) => {
    const [setting] = settingsOf(base, head);
    expect([setting?.address, setting?.attributes[0]?.path]).toEqual([address, path]);
  });

  test("of a new output have no values", () => {
    expect(settingsOf({}, { output: { it: { value: 1 } } })).toEqual([
      { address: "output.it", action: "add", attributes: [] },
    ]);
  });
});

describe("A stack", () => {
  const [one, other] = [aStack({ "aws_lb.it": {} }), { ...aStack({ "aws_lb.it": {} }), name: "new-all" }];

  test("that is new brings all its resources", () => {
    const { stacks, environments } = compareSides([one], [one, other]);
    expect(environments).toEqual(["test", "new"]);
    expect(stacks.map(({ existence, resources }) => [existence, resources.length])).toEqual([
      ["both", 0],
      ["added", 1],
    ]);
  });

  test("that is gone takes all its resources", () => {
    const { stacks } = compareSides([one, other], [one]);
    expect(stacks.map(({ existence, resources }) => [existence, resources[0]?.action])).toEqual([
      ["both", undefined],
      ["removed", "destroy"],
    ]);
  });

  test("changes when what it reads of another stack does", () => {
    const backend = (path: string) => ({ terraform: { backend: { local: { path } } } });
    const writer = (name: string) => ({
      ...aStack({}, { ...backend("/w"), output: { name: { value: name } } }),
      name: "test-writer",
    });
    const body = { name: "${data.terraform_remote_state.w.outputs.name}" };
    const source = { "data.terraform_remote_state.w": { backend: "local", config: { path: "/w" } } };
    const reader = { ...aStack({ "aws_lb.it": body, ...source }, backend("/r")), name: "test-reader" };
    const { stacks } = compareSides([writer("a"), reader], [writer("b"), reader]);
    expect(stacks.find(({ name }) => name === "test-reader")?.resources[0]?.attributes[0]).toMatchObject({
      before: '"a"',
      after: '"b"',
    });
  });
});
