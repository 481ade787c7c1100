import type { Deployment } from "../../../contract/deployment";
import { formatGiven, type Problem } from "../../../problems/problem";
import type { Environment } from "../../environment";
import type { EstateCheck } from "./estate-check";

/** Something that an environment refers to and that carries a name. */
interface Reference {
  readonly where: string;
  readonly text: string;
}

/**
 * A bucket, host or secret that carries the name of another environment is nearly always a line copied from there, and
 * nothing would notice before one environment writes into another one. The same text in both environments is reported by
 * the rules that keep names and buckets apart.
 */
export const ownWords: EstateCheck = ({ environments }) => {
  const names = environments.map(({ name }) => name);
  return environments.flatMap((environment) => {
    const others = names.filter((name) => name !== environment.name);
    const shared = new Set(
      environments.flatMap((one) => (one === environment ? [] : [one.domain?.name, bucketOf(one)])),
    );
    return referencesOf(environment).flatMap(({ where, text }): Problem[] => {
      const words = text.split(/[^A-Za-z0-9]+/);
      const other = others.find((name) => words.includes(name));
      if (other === undefined || shared.has(text) || words.includes(environment.name)) return [];
      const must = `must not name another environment (${JSON.stringify(other)})`;
      return [{ where, must, got: formatGiven(text), advice: `Use the one of ${environment.name}.` }];
    });
  });
};

function bucketOf({ state }: Environment): string | undefined {
  return state.kind === "s3" ? state.bucket : undefined;
}

function referencesOf(environment: Environment): readonly Reference[] {
  const { name, domain, services } = environment;
  const bucket = bucketOf(environment);
  return [
    ...(bucket === undefined ? [] : [{ where: `${name}.state.bucket`, text: bucket }]),
    ...(domain ? [{ where: `${name}.domain.name`, text: domain.name }] : []),
    ...Object.entries(services).flatMap(([service, { containers, deployment }]) => [
      ...containers.flatMap(({ name: container, secrets = [] }) =>
        secrets.map((secret) => ({
          where: `${name}.services.${service} container ${container} secret ${secret.name}`,
          text: nameIn(secret.valueFrom),
        })),
      ),
      ...referencesOfDeployment(deployment, `${name}.services.${service}.deployment`),
    ]),
  ];
}

function referencesOfDeployment(deployment: Deployment, where: string): readonly Reference[] {
  const hooks = deployment.strategy === "rolling" ? [] : deployment.hooks;
  return [
    ...hooks.map(({ functionArn }, index) => ({
      where: `${where}.hooks[${index}].functionArn`,
      text: nameIn(functionArn),
    })),
    ...deployment.alarms.names.map((text, index) => ({ where: `${where}.alarms.names[${index}]`, text })),
  ];
}

/** The name in an ARN is what follows region and account; a parameter may be given by its name alone. */
function nameIn(reference: string): string {
  return reference.startsWith("arn:") ? reference.split(":").slice(5).join(":") : reference;
}
