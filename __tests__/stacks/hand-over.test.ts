import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { KvSecretV2 } from "@cdktf/provider-vault/lib/kv-secret-v2";
import type { Environment } from "../../config/environment";
import type { GitlabDeployer } from "../../contract/deployer";
import { readDeliveryTarget } from "../../contract/parse-delivery-target";
import { addEnvironment } from "../../stacks/build-app";
import { synthesizeApp } from "../../testing/synthesize";
import { aBackend, anEnvironment, aWorker } from "../support/an-environment";

const gitlab: GitlabDeployer = {
  from: "gitlab",
  host: "gitlab.com",
  project: "shop/api",
  ref: { branch: "main" },
};

function synthesizeServices(settings: Partial<Environment> = {}) {
  const stacks = synthesizeApp((app) => addEnvironment(app, anEnvironment(settings)));
  const services = stacks.find(({ stackName }) => stackName === "test-services");
  if (!services) throw new Error("no services stack");
  return services;
}

/** The document as AWS would give it back, once references are known. */
function targetOf(service: string, settings: Partial<Environment> = {}) {
  const document = synthesizeServices(settings).local(`${service}_delivery_target_document`);
  const text = JSON.stringify(document).replace(
    /\$\{aws_ecs_task_definition\.[a-z_]+\.arn\}/g,
    `arn:aws:ecs:eu-west-1:123456789012:task-definition/test-${service}:7`,
  );
  return readDeliveryTarget(JSON.parse(text), "test");
}

describe("The hand-off of an environment", () => {
  test("has a target and a role for every service", () => {
    const services = synthesizeServices();
    const names = Object.values(services.resources(SsmParameter)).map(({ name }) => name);
    expect(names).toEqual(["/delivery/test/web", "/delivery/test/api"]);
    const roles = Object.values(services.resources(IamRole)).map(({ name }) => name);
    expect(roles).toEqual(expect.arrayContaining(["test-web-deploy", "test-api-deploy"]));
  });

  test("writes what the contract reads", () => {
    expect(targetOf("api", { promotedFrom: "dev" })).toEqual({
      version: 1,
      environment: "test",
      service: "api",
      account: "123456789012",
      region: "eu-west-1",
      cluster: "test",
      serviceName: "api",
      taskFamily: "test-api",
      templateArn: "arn:aws:ecs:eu-west-1:123456789012:task-definition/test-api:7",
      container: "api",
      containerPort: 8080,
      repositoryUrl: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/api",
      imageTag: "test",
      deployRoleArn: "arn:aws:iam::123456789012:role/test-api-deploy",
      promotedFrom: "dev",
      strategy: "rolling",
      controller: "ecs",
    });
  });

  test("names a role that pushes images where a pipeline is declared", () => {
    const services = { api: aBackend("api", { deployedBy: [gitlab] }) };
    expect(targetOf("api", { services, databases: {} }).pushRoleArn).toBe(
      "arn:aws:iam::999999999999:role/api-push",
    );
  });

  test("names no port of workers", () => {
    const services = { mailer: aWorker("mailer") };
    expect(targetOf("mailer", { services, databases: {} })).not.toHaveProperty("containerPort");
  });

  test("refers to the template that a deploy copies, never to the seed", () => {
    const document = synthesizeServices().local("api_delivery_target_document");
    expect(document).toMatchObject({ templateArn: "${aws_ecs_task_definition.api_service_template.arn}" });
  });
});

describe("The copy in Vault", () => {
  const vault = { address: "https://vault.example.com:8200", mount: "secret", path: "delivery" };

  test("is not there without a Vault", () => {
    const services = synthesizeServices();
    expect(services.count(KvSecretV2)).toBe(0);
    expect(services.configuration.provider).not.toHaveProperty("vault");
  });

  test("has a document for every service, under the path of the environment", () => {
    const services = synthesizeServices({ vault });
    const secrets = Object.values(services.resources(KvSecretV2));
    expect(secrets.map(({ mount, name }) => `${String(mount)}/${String(name)}`)).toEqual([
      "secret/delivery/test/web",
      "secret/delivery/test/api",
    ]);
  });

  test("leaves the login to the provider", () => {
    const services = synthesizeServices({ vault: { ...vault, namespace: "shop" } });
    expect(services.configuration.provider?.["vault"]).toEqual([
      { address: "https://vault.example.com:8200", namespace: "shop" },
    ]);
  });
});
