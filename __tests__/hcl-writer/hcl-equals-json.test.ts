import { type JsonObject } from "../../hcl-writer/json-value";
import { renderReviewFile } from "../../hcl-writer/render-review-file";
import { compareConfigurations, findHclDifference, readHcl } from "../support/hcl-equals-json";

const locals: JsonObject = {
  list: [{ name: "A", value: "${aws_x.y.id}-$${z}" }],
  no: false,
  none: null,
  zero: 0,
  empty: [],
};

const configuration: JsonObject = {
  terraform: { required_version: ">= 1.10", backend: { local: { path: "a" } } },
  provider: { aws: [{ region: "eu-west-1", default_tags: [{ tags: { a: "b" } }] }] },
  locals,
  resource: {
    aws_x: {
      y: {
        count: 2,
        depends_on: ["aws_x.z"],
        lifecycle: { ignore_changes: ["name"], prevent_destroy: true },
        name: 'join "${join(",", [1, 2])}"',
        provisioner: [{ "local-exec": { command: "a", when: "destroy" } }, { file: { source: "b" } }],
        setting: [{ name: "s" }, { name: "t" }],
        tags: { a: "b" },
      },
    },
  },
  output: { o: { value: "${aws_x.y[0].id}", description: "costs ${5}" } },
  moved: [{ from: "aws_x.a", to: "aws_x.y" }],
};

const elements = [
  {
    path: "Y",
    fragment: { resource: { aws_x: { y: { setting: { value: [{ name: {} }], isBlock: true } } } } },
  },
  { path: "aws", fragment: { provider: { aws: [{ default_tags: { value: [{}], is_block: true } }] } } },
];

const hcl = renderReviewFile({ name: "test", configuration, elements });

describe("comparison of HCL with JSON", () => {
  test("finds no difference where there is none", async () => {
    expect(await findHclDifference(hcl, configuration)).toBeUndefined();
  });

  test("says where the first difference is and what each side has", async () => {
    const other = { ...configuration, locals: { ...locals, zero: 1 } };
    expect(await findHclDifference(hcl, other)).toBe("locals/zero: HCL has 0, JSON has 1");
  });

  test("finds every altered, removed and added value of the JSON", async () => {
    const parsed = await readHcl(hcl);
    const missed = mutationsOf(configuration)
      .filter(({ value }) => compareConfigurations(parsed, value) === undefined)
      .map(({ what }) => what);
    expect(missed).toEqual([]);
  });

  test("finds every altered, removed and added value of the HCL", async () => {
    const parsed = await readHcl(hcl);
    const missed = mutationsOf(parsed)
      .filter(({ value }) => compareConfigurations(value, configuration) === undefined)
      .map(({ what }) => what);
    expect(missed).toEqual([]);
  });

  test("finds every line that is missing from the HCL", async () => {
    const lines = hcl.split("\n");
    const meaningful = lines
      .map((_, index) => index)
      .filter((index) => /^\s*[^#\s]/.test(lines[index] ?? ""));
    const missed: string[] = [];
    for (const index of meaningful) {
      const without = lines.toSpliced(index, 1).join("\n");
      if (await isEqual(without)) missed.push(lines[index] ?? "");
    }
    expect(missed).toEqual([]);
  });

  test("tells an object from a list of one object in a value", async () => {
    expect(await findHclDifference("locals {\n  a = [{ b = 1 }]\n}\n", { locals: { a: { b: 1 } } })).toBe(
      'locals/a: HCL has [{"b":1}], JSON has {"b":1}',
    );
  });

  test("takes spaces in expressions for nothing, in text for something", async () => {
    const file = 'locals {\n  a = "x ${ join( ",", [ 1 ] ) }"\n}\n';
    expect(await findHclDifference(file, { locals: { a: 'x ${join(",", [1])}' } })).toBeUndefined();
    expect(await findHclDifference(file, { locals: { a: 'x  ${join(",", [1])}' } })).toBeDefined();
    expect(await findHclDifference(file, { locals: { a: 'x ${join(", ", [1])}' } })).toBeDefined();
  });
});

async function isEqual(file: string): Promise<boolean> {
  try {
    return (await findHclDifference(file, configuration)) === undefined;
  } catch {
    return false; // not HCL any more
  }
}

interface Mutation {
  readonly what: string;
  readonly value: unknown;
}

/** The value with one scalar altered, one entry removed or one entry added, in every place. */
function mutationsOf(value: unknown): Mutation[] {
  if (Array.isArray(value)) {
    const inner = value.flatMap((item, index) =>
      mutationsOf(item).map(({ what, value: mutated }) => ({
        what: `${index}/${what}`,
        value: value.with(index, mutated),
      })),
    );
    const removed = value.map((_, index) => ({ what: `without ${index}`, value: value.toSpliced(index, 1) }));
    return [...inner, ...removed, { what: "one more", value: [...value, "more"] }];
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    const inner = entries.flatMap(([key, item]) =>
      mutationsOf(item).map(({ what, value: mutated }) => ({
        what: `${key}/${what}`,
        value: { ...value, [key]: mutated },
      })),
    );
    const removed = entries.map(([key]) => ({
      what: `without ${key}`,
      value: Object.fromEntries(entries.filter(([name]) => name !== key)),
    }));
    return [...inner, ...removed, { what: "one more", value: { ...value, more: "more" } }];
  }
  return [{ what: "altered", value: alter(value) }];
}

function alter(value: unknown): unknown {
  if (typeof value === "string") return `${value}x`;
  if (typeof value === "number") return value + 1;
  return typeof value === "boolean" ? !value : "x";
}
