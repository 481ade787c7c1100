import { type Comparison, type ResourceAction, type ResourceChange } from "../compare/comparison";

/**
 * What GitLab shows beside a merge request.
 *
 * @see https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsterraform
 */
export interface TerraformReport {
  readonly create: number;
  readonly update: number;
  readonly delete: number;
}

/** A job uploads one such file (GitLab's runner refuses a second): all of them together, or one environment per job. */
export interface TerraformReports {
  readonly all: TerraformReport;
  readonly environments: Readonly<Record<string, TerraformReport>>;
}

/** As Terraform's plan counts: what is replaced, by a revision or under another name, is created once and deleted once. */
const steps: Readonly<Record<ResourceAction, readonly (keyof TerraformReport)[]>> = {
  add: ["create"],
  change: ["update"],
  revise: ["create", "delete"],
  replace: ["create", "delete"],
  rename: ["create", "delete"],
  destroy: ["delete"],
  move: [],
  import: [],
  forget: [],
  keep: [],
};

export function terraformReports({ stacks, environments }: Comparison): TerraformReports {
  const of = (name: string) =>
    reportOf(stacks.filter(({ environment }) => environment === name).flatMap(({ resources }) => resources));
  return {
    all: reportOf(stacks.flatMap(({ resources }) => resources)),
    environments: Object.fromEntries(environments.map((name) => [name, of(name)])),
  };
}

function reportOf(changes: readonly ResourceChange[]): TerraformReport {
  const all = changes.flatMap(({ action }) => steps[action]);
  const count = (step: keyof TerraformReport) => all.filter((one) => one === step).length;
  return { create: count("create"), update: count("update"), delete: count("delete") };
}
