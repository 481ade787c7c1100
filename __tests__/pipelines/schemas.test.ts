import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv, { type ValidateFunction } from "ajv";
import { parse } from "yaml";
import { type Dialect, dialects } from "../../pipelines/dialect";
import { writePipelines } from "../../pipelines/write-pipelines";
import { jsonSchemaOf } from "../support/pipelines/read-github-schema";
import { someOptions, variants } from "../support/pipelines/some-options";

function schema(name: string) {
  return JSON.parse(readFileSync(join(__dirname, "schemas", `${name}.json`), "utf8"));
}

function validator(json: object): ValidateFunction {
  return new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false }).compile(json);
}

const validators: Readonly<Record<Dialect, ValidateFunction>> = {
  gitlab: validator(schema("gitlab-ci")),
  bitbucket: validator(schema("bitbucket-pipelines")),
  github: validator(jsonSchemaOf(schema("github-workflow-v1.0"))),
};

function errorsOf(dialect: Dialect, text: string): readonly string[] {
  const validate = validators[dialect];
  validate(parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const files = dialects.flatMap((dialect) =>
  Object.entries(variants).flatMap(([variant, options]) =>
    writePipelines(dialect, options).map(({ path, text }) => ({ dialect, variant, path, text })),
  ),
);

describe("pipeline files", () => {
  test.each(files)("of $dialect, $variant: $path fits the schema of its CI", ({ dialect, text }) => {
    expect(errorsOf(dialect, text)).toEqual([]);
  });

  test.each(["gitlab", "github"] as const)("of both kinds fit the schema of %s", (dialect) => {
    const both = writePipelines(dialect, someOptions({ kinds: ["application", "infrastructure"] }));
    expect(both.flatMap(({ text }) => errorsOf(dialect, text))).toEqual([]);
  });

  test.each([
    ["gitlab", "when: manual", "when: someday", "resource_group: deploy-dev", "resource_group: [dev]"],
    ["bitbucket", "oidc: true", "oidc: sure", "deployment: dev", "deploymnt: dev"],
    ["github", "runs-on: ubuntu-latest", "run-on: ubuntu-latest", "id-token: write", "id-token: always"],
  ] as const)("of %s do not fit with a mistake in them", (dialect, before, after, before2, after2) => {
    const [file] = writePipelines(dialect, someOptions());
    const text = file?.text ?? "";
    const mistakes = [text.replace(before, after), text.replace(before2, () => after2)];
    expect(mistakes).not.toContain(text);
    for (const mistake of mistakes) expect(errorsOf(dialect, mistake)).not.toEqual([]);
  });
});
