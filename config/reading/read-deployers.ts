import type { Deployer } from "../../contract/deployer";
import { FieldReader, type Report } from "../parsing/field-reader";
import { showGiven } from "../parsing/given";
import { deployerFields, refsOf } from "./deployer-fields";

/** `deployedBy`, whole or not at all: who may deploy must be known exactly. */
export function readDeployers(
  input: unknown,
  where: string,
  report: Report,
): readonly Deployer[] | undefined {
  if (!Array.isArray(input)) {
    const advice = 'Write [{ from: "gitlab", project: "shop/orders", branch: "main" }].';
    report({ where, must: "must be a list", got: showGiven(input), advice });
    return undefined;
  }
  // Not input.map: that asks a field of the list, which its author may have given, for the class of the result.
  const deployers = Array.from(input, (each: unknown, index) =>
    readDeployer(each, `${where}[${index}]`, report),
  );
  const keys = deployers.map((deployer) => deployer && JSON.stringify(deployer));
  const repeated = keys.findIndex((key, index) => key !== undefined && keys.indexOf(key) !== index);
  if (repeated === -1) return allOrNone(deployers);
  const must = "must name each deployer once";
  report({
    where: `${where}[${repeated}]`,
    must,
    got: showGiven(input[repeated]),
    advice: "Remove the repetition.",
  });
  return undefined;
}

function readDeployer(input: unknown, where: string, report: Report): Deployer | undefined {
  const kind = new FieldReader({ from: deployerFields.aws.from }, onlyFrom(input), where, report, {
    required: ["from"],
  }).required("from");
  switch (kind) {
    case "gitlab":
      return readGitlab(input, where, report);
    case "github":
      return readGithub(input, where, report);
    case "bitbucket":
      return readBitbucket(input, where, report);
    case "aws":
      return readAws(input, where, report);
    case undefined:
      return undefined;
  }
}

function readGitlab(input: unknown, where: string, report: Report): Deployer | undefined {
  const fields = new FieldReader(deployerFields.gitlab, input, where, report, { required: ["project"] });
  const host = fields.or("host", "gitlab.com");
  const project = fields.required("project");
  const [branch, tag] = [fields.or("branch", "none"), fields.or("tag", "none")];
  if (!hasOneRef("gitlab", fields, where, report)) return undefined;
  if (host === undefined || project === undefined || branch === undefined || tag === undefined)
    return undefined;
  return { from: "gitlab", host, project, ref: tag === "none" ? { branch } : { tag } };
}

function readGithub(input: unknown, where: string, report: Report): Deployer | undefined {
  const fields = new FieldReader(deployerFields.github, input, where, report, { required: ["repository"] });
  const repository = fields.required("repository");
  const ids = fields.or("ids", "none");
  const refs = {
    branch: fields.or("branch", "none"),
    tag: fields.or("tag", "none"),
    environment: fields.or("environment", "none"),
  };
  if (!hasOneRef("github", fields, where, report)) return undefined;
  const { branch, tag, environment } = refs;
  if (repository === undefined || ids === undefined) return undefined;
  if (branch === undefined || tag === undefined || environment === undefined) return undefined;
  const ref = environment !== "none" ? { environment } : tag !== "none" ? { tag } : { branch };
  return { from: "github", repository, ...(ids === "none" ? {} : { ids }), ref };
}

function readBitbucket(input: unknown, where: string, report: Report): Deployer | undefined {
  const required = ["workspace", "workspaceUuid", "repositoryUuid", "environmentUuid"] as const;
  const fields = new FieldReader(deployerFields.bitbucket, input, where, report, { required });
  const workspace = fields.required("workspace");
  const workspaceUuid = fields.required("workspaceUuid");
  const repositoryUuid = fields.required("repositoryUuid");
  const environmentUuid = fields.required("environmentUuid");
  if (workspace === undefined || workspaceUuid === undefined) return undefined;
  if (repositoryUuid === undefined || environmentUuid === undefined) return undefined;
  return { from: "bitbucket", workspace, workspaceUuid, repositoryUuid, environmentUuid };
}

function readAws(input: unknown, where: string, report: Report): Deployer | undefined {
  const fields = new FieldReader(deployerFields.aws, input, where, report, { required: ["roleArn"] });
  const roleArn = fields.required("roleArn");
  return roleArn === undefined ? undefined : { from: "aws", roleArn };
}

/** Branch, tag and environment exclude each other. */
function hasOneRef(
  kind: "gitlab" | "github",
  fields: { raw(key: string): unknown; isMisspelt(key: string): boolean },
  where: string,
  report: Report,
): boolean {
  const refs = refsOf[kind];
  const given = refs.filter((ref) => fields.raw(ref) !== undefined);
  if (given.length === 1) return true;
  if (given.length === 0 && refs.some((ref) => fields.isMisspelt(ref))) return false;
  const must = `must have exactly one of ${refs.join(", ")}`;
  const got = given.length === 0 ? "none" : given.join(" and ");
  report({ where, must, got, advice: "Say what may deploy; no other pipeline of the project may then." });
  return false;
}

/** The other fields are read once it is known which there are. */
function onlyFrom(input: unknown): unknown {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return input;
  return Object.hasOwn(input, "from") ? { from: Reflect.get(input, "from") } : {};
}

function allOrNone<T>(values: readonly (T | undefined)[]): readonly T[] | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known : undefined;
}
