import { isMap } from "../../../verify/values/fields-of";
import { Reference, Unknown, type Value } from "../../../verify/values/value";
import { readEstate } from "../../../verify/estate/read-estate";
import { type ReadableStack } from "../../../verify/estate/stack-files";

function stackOf(name: string, given: Partial<ReadableStack>): ReadableStack {
  return { name, folder: `/project/${name}`, dependencies: [], configuration: {}, ...given };
}

/** What `aws_x.probe.value` is among the given stacks, as text: references as address and attribute. */
function probe(
  configuration: object,
  given: Partial<ReadableStack> = {},
  others: readonly ReadableStack[] = [],
): unknown {
  const resource = { ...Object(Object(configuration)["resource"]) };
  const probed = stackOf("dev-probe", { configuration: { ...configuration, resource }, ...given });
  const estate = readEstate([...others, probed]);
  const found = estate.environments
    .flatMap(({ resources }) => resources)
    .filter(({ address }) => address.includes("aws_x.probe"));
  const values = found.map(({ values }) => plain(values["value"]));
  return values.length === 1 ? values[0] : values;
}

function plain(value: Value | undefined): unknown {
  if (value instanceof Reference) return `<${value.resource.place} ${value.attribute}>`;
  if (value instanceof Unknown) return `<unknown ${value.expression}>`;
  if (Array.isArray(value)) return value.map(plain);
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  return value;
}

const bucket = { aws_s3_bucket: { one: { bucket: "b" } } };
const three = { aws_s3_bucket: { some: { count: 3 } } };
const named = { aws_s3_bucket: { some: { for_each: '${toset(["a", "b"])}' } } };

describe("References", () => {
  test.each<[string, unknown, object]>([
    ["${aws_s3_bucket.one.arn}", "<dev-probe/aws_s3_bucket.one arn>", { resource: bucket }],
    [
      "${data.aws_vpc.shared.id}",
      "<dev-probe/data.aws_vpc.shared id>",
      { data: { aws_vpc: { shared: {} } } },
    ],
    ["${aws_s3_bucket.two.arn}", "<unknown aws_s3_bucket.two.arn>", { resource: bucket }],
    ["${aws_s3_bucket.some[1].arn}", "<dev-probe/aws_s3_bucket.some[1] arn>", { resource: three }],
    [
      "${aws_s3_bucket.some[*].arn}",
      [0, 1, 2].map((index) => `<dev-probe/aws_s3_bucket.some[${index}] arn>`),
      { resource: three },
    ],
    ['${aws_s3_bucket.some["b"].arn}', '<dev-probe/aws_s3_bucket.some["b"] arn>', { resource: named }],
    [
      "${[for key, one in aws_s3_bucket.some : one.arn]}",
      ["a", "b"].map((key) => `<dev-probe/aws_s3_bucket.some["${key}"] arn>`),
      { resource: named },
    ],
    ['${try(aws_s3_bucket.some[3].arn, "none")}', "none", { resource: three }],
    ["${try(aws_s3_bucket.two.arn, 1)}", "<unknown aws_s3_bucket.two.arn>", { resource: bucket }],
    ["${local.name}", "x", { locals: { name: "x" } }],
    ["${local.self}", "<unknown local.self>", { locals: { self: "${local.self}" } }],
    ["${var.zones[1]}", "b", { variable: { zones: { default: ["a", "b"] } } }],
    ["${var.absent}", "<unknown var.absent>", { variable: { absent: { type: "string" } } }],
  ])("%s is %j", (value, expected, { resource, ...rest }: { resource?: object }) => {
    expect(probe({ resource: { ...resource, aws_x: { probe: { value } } }, ...rest })).toEqual(expected);
  });

  test("to a state of another stack are what its output refers to", () => {
    const network = stackOf("dev-network", {
      configuration: {
        terraform: { backend: { local: { path: "../network.tfstate" } } },
        resource: bucket,
        output: { bucket: { value: "${aws_s3_bucket.one.arn}" } },
      },
    });
    const data = {
      terraform_remote_state: { network: { backend: "local", config: { path: "../network.tfstate" } } },
    };
    const value = "${data.terraform_remote_state.network.outputs.bucket}";
    expect(probe({ data, resource: { aws_x: { probe: { value } } } }, {}, [network])).toBe(
      "<dev-network/aws_s3_bucket.one arn>",
    );
  });

  test("to a state that nobody wrote stay unknown", () => {
    const data = {
      terraform_remote_state: { network: { backend: "local", config: { path: "../network.tfstate" } } },
    };
    const value = "${data.terraform_remote_state.network.outputs.bucket}";
    expect(probe({ data, resource: { aws_x: { probe: { value } } } })).toBe(
      "<dev-probe/data.terraform_remote_state.network outputs.bucket>",
    );
  });
});

describe("Instances", () => {
  test.each<[string, object, unknown]>([
    ["count", { count: 2, value: "${count.index}" }, [0, 1]],
    ["count as text", { count: "2", value: "${count.index}" }, [0, 1]],
    ["no count", { count: 0, value: 1 }, []],
    ["a condition that holds", { count: "${true ? 1 : 0}", value: "${count.index}" }, 0],
    ["a count that nobody knows", { count: "${var.many}", value: "${count.index}" }, "<unknown count.index>"],
    ["for_each of a set", { for_each: '${toset(["a", "b"])}', value: "${each.key}" }, ["a", "b"]],
    [
      "for_each of a map",
      { for_each: { a: { port: 1 }, b: { port: 2 } }, value: "${each.value.port}" },
      [1, 2],
    ],
    [
      "for_each that nobody knows",
      { for_each: "${var.many}", value: "${each.value.port}" },
      "<unknown each.value.port>",
    ],
  ])("of %s", (_, body, expected) => {
    expect(probe({ resource: { aws_x: { probe: body } } })).toEqual(expected);
  });
});

describe("Dynamic blocks", () => {
  const content = [{ port: "${value.value}" }];

  test.each<[string, object, unknown]>([
    [
      "make a block for each item",
      { dynamic: { value: { for_each: [80, 443], content } } },
      [{ port: 80 }, { port: 443 }],
    ],
    [
      "stand behind written ones",
      { value: [{ port: 22 }], dynamic: { value: { for_each: [80], content } } },
      [{ port: 22 }, { port: 80 }],
    ],
    [
      "may name their iterator",
      {
        dynamic: {
          value: {
            for_each: { a: 1 },
            iterator: "one",
            content: { port: "${one.value}", name: "${one.key}" },
          },
        },
      },
      [{ port: 1, name: "a" }],
    ],
    [
      "make one for all where nobody knows how many",
      { dynamic: { value: { for_each: "${var.ports}", content } } },
      [{ port: "<unknown value.value>" }],
    ],
    [
      "may stand in a block",
      { value: [{ dynamic: { inner: { for_each: [1], content: { at: "${inner.key}" } } } }] },
      [{ inner: [{ at: 0 }] }],
    ],
  ])("%s", (_, body, expected) => {
    expect(probe({ resource: { aws_x: { probe: body } } })).toEqual(expected);
  });
});

describe("Modules", () => {
  const child = {
    configuration: {
      variable: { name: {}, size: { default: 3 } },
      resource: { aws_x: { probe: { value: ["${var.name}", "${var.size}"] } } },
      output: { bucket: { value: "${aws_s3_bucket.one.arn}" } },
    },
  };
  const owner = {
    configuration: { resource: bucket, output: { arn: { value: "${aws_s3_bucket.one.arn}" } } },
  };

  test("get what the caller passes, and else their defaults", () => {
    const configuration = {
      module: { child: { source: "./child", name: "${local.name}" } },
      locals: { name: "n" },
    };
    expect(probe(configuration, { modules: { child } })).toEqual(["n", 3]);
  });

  test("have one instance for each of for_each", () => {
    const call = { source: "./child", for_each: { a: 1, b: 2 }, name: "${each.key}", size: "${each.value}" };
    expect(probe({ module: { child: call } }, { modules: { child } })).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
  });

  test.each([
    ["${module.owner.arn}", { source: "./owner" }, "<dev-probe/module.owner.aws_s3_bucket.one arn>"],
    [
      "${module.owner[0].arn}",
      { source: "./owner", count: 1 },
      "<dev-probe/module.owner[0].aws_s3_bucket.one arn>",
    ],
    [
      "${module.owner[*].arn}",
      { source: "./owner", count: 1 },
      ["<dev-probe/module.owner[0].aws_s3_bucket.one arn>"],
    ],
    ["${module.other.arn}", { source: "./owner" }, "<unknown module.other.arn>"],
  ])("answer %s", (value, call, expected) => {
    const configuration = { module: { owner: call }, resource: { aws_x: { probe: { value } } } };
    expect(probe(configuration, { modules: { owner } })).toEqual(expected);
  });
});

test("A key that no value can be stays as it is written", () => {
  const value = { "${null}": 1, "${[]}": 2, "${local.name}": 3 };
  expect(probe({ locals: { name: "x" }, resource: { aws_x: { probe: { value } } } })).toEqual({
    "${null}": 1,
    "${[]}": 2,
    x: 3,
  });
});

describe("What a resource sets", () => {
  const vpc = { aws_vpc: { main: { cidr_block: "10.0.0.0/16" } } };

  test("is followed by functions that need its text", () => {
    const value = "${cidrsubnet(aws_vpc.main.cidr_block, 8, 2)}";
    expect(probe({ resource: { ...vpc, aws_x: { probe: { value } } } })).toBe("10.0.2.0/24");
  });

  test("stays a reference where it is only passed on", () => {
    const value = "${one([aws_vpc.main.cidr_block])}";
    expect(probe({ resource: { ...vpc, aws_x: { probe: { value } } } })).toBe(
      "<dev-probe/aws_vpc.main cidr_block>",
    );
  });
});

describe("Modules", () => {
  const withOutput = (value: unknown, more: object = {}) => ({
    configuration: { variable: { given: {} }, output: { out: { value } }, ...more },
  });

  test("refer to each other in any order", () => {
    const modules = { a: withOutput("${var.given}"), b: withOutput("from b") };
    const configuration = {
      module: { a: { given: "${module.b.out}" }, b: {} },
      resource: { aws_x: { probe: { value: "${module.a.out}" } } },
    };
    expect(probe(configuration, { modules })).toBe("from b");
  });

  test("give the number of resources beside them", () => {
    const configuration = {
      module: { a: {} },
      resource: { aws_x: { probe: { count: "${length(module.a.out)}", value: "${count.index}" } } },
    };
    expect(probe(configuration, { modules: { a: withOutput(["x", "y"]) } })).toEqual([0, 1]);
  });

  test("may go through each other to and fro", () => {
    const counted = {
      resource: { aws_x: { probe: { count: "${length(var.given)}", value: "${count.index}" } } },
    };
    const modules = { a: withOutput("from a", counted), b: withOutput(["${var.given}"]) };
    const configuration = { module: { a: { given: "${module.b.out}" }, b: { given: "${module.a.out}" } } };
    expect(probe(configuration, { modules })).toBe(0);
  });

  test("that count themselves are not known", () => {
    const configuration = {
      module: { a: { count: "${length(module.a)}" } },
      resource: { aws_x: { probe: { value: "${module.a[0].out}" } } },
    };
    expect(probe(configuration, { modules: { a: withOutput("x") } })).toBe("x");
  });

  test("may be absent", () => {
    const configuration = {
      module: { a: { count: 0 } },
      resource: { aws_x: { probe: { value: '${try(module.a[0].out, "none")}' } } },
    };
    expect(probe(configuration, { modules: { a: withOutput("x") } })).toBe("none");
  });

  test("that nobody read have no instances to go through", () => {
    const configuration = {
      module: { a: {} },
      resource: { aws_x: { probe: { value: "${module.a[*].out}" } } },
    };
    expect(probe(configuration)).toBe("<unknown module.a.*.out>");
  });

  test.each([
    [{}, "default"],
    [{ nullable: false }, "default"],
    [{ nullable: true }, null],
  ])("take null for a variable with %j as %j", (settings, expected) => {
    const variable = { given: { default: "default", ...settings } };
    const given = "nullable" in settings ? { given: "${null}" } : {};
    const configuration = {
      module: { a: given },
      resource: { aws_x: { probe: { value: "${module.a.out}" } } },
    };
    expect(probe(configuration, { modules: { a: withOutput("${var.given}", { variable }) } })).toBe(expected);
  });
});
