import { Alb } from "@cdktf/provider-aws/lib/alb";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import {
  DataResource,
  DataTerraformRemoteStateS3,
  Fn,
  Lazy,
  LocalBackend,
  S3Backend,
  TerraformCount,
  TerraformHclModule,
  TerraformIterator,
  TerraformLocal,
  TerraformOutput,
  TerraformVariable,
  Token,
  conditional,
  propertyAccess,
  type TerraformStack,
} from "cdktf";

/** What cdktf's own HCL writer drops or breaks, or what is hard to write: one small stack each. */
export const trapStacks: Readonly<Record<string, (stack: TerraformStack) => void>> = {
  "local backend": (stack) => {
    new LocalBackend(stack, { path: "terraform.dev.tfstate" });
  },
  "S3 backend with a lock file by override": (stack) => {
    const backend = new S3Backend(stack, { bucket: "state", key: "dev", region: "eu-west-1", encrypt: true });
    backend.addOverride("use_lockfile", true);
  },
  "required version by override": (stack) => {
    stack.addOverride("terraform.required_version", ">= 1.10");
  },
  "provider with alias, default tags and assumed role": (stack) => {
    new AwsProvider(stack, "aws", {
      region: "eu-west-1",
      allowedAccountIds: ["111111111111"],
      defaultTags: [{ tags: { Environment: "dev", "a:b": "c" } }],
    });
    const other = new AwsProvider(stack, "global", {
      region: "us-east-1",
      alias: "global",
      assumeRole: [{ roleArn: "arn:aws:iam::111111111111:role/x", tags: { a: "b" } }],
    });
    new SsmParameter(stack, "Parameter", { name: "/a", type: "String", value: "v", provider: other });
  },
  "falsy locals": (stack) => {
    const values = { no: false, zero: 0, empty: "", nothing: null, none: [], blank: {} };
    for (const [name, value] of Object.entries(values)) new TerraformLocal(stack, name, value);
  },
  "container definitions in a local": (stack) => {
    const group = new SecurityGroup(stack, "Group", { name: "x" });
    const containers = new TerraformLocal(stack, "Containers", [
      {
        name: "orders",
        command: ["sh", "-c", 'echo "$HOME" && exec node server.js'],
        environment: [
          { name: "A", value: "b" },
          { name: "GROUP", value: group.id },
        ],
        readonlyRootFilesystem: true,
        essential: false,
      },
    ]);
    new EcsTaskDefinition(stack, "Task", {
      family: "orders",
      containerDefinitions: Fn.jsonencode(containers.expression),
      volume: [{ name: "v", dockerVolumeConfiguration: { driverOpts: { a: "b" }, scope: "task" } }],
    });
  },
  "text that people own": (stack) => {
    new TerraformLocal(stack, "Text", {
      dollar: "cost: $${PRICE} $5 $$ $",
      percent: "%%{ if x } 5 % %%",
      quotes: 'say "hi" \\ back\\slash',
      lines: "one\ntwo\r\n\tthree\n",
      unicode: "päth ☃ 👩‍💻 \u200b\u202e\u0000\u2028",
      "odd key": 1,
      "key.with $${dollar}": 2,
      'quote"key': 3,
      for: 4,
      null: 5,
      "1st": 6,
      "//": "kept",
      __proto__x: 7,
    });
  },
  "text of several lines": (stack) => {
    const script = '#!/bin/sh\nif true; then\n  echo "$${HOME}" \\\n\n    %%{x}\nfi\n';
    const name = new TerraformLocal(stack, "Name", "n");
    new TerraformLocal(stack, "Script", script);
    new TerraformLocal(stack, "Lines", [
      { name: "A", value: `${name.expression}:\n  ${name.expression}\n` },
      { before: 1, long_text: script, after_it: { text: script }, end: script },
      [script, " a\n b\n", "a \nb\n", "a\n\tb\n"],
    ]);
    new SsmParameter(stack, "Parameter", { name: "/a", type: "String", value: script, description: "a\nb" });
  },
  "text that Terraform never evaluates": (stack) => {
    new TerraformVariable(stack, "Variable", {
      type: "map(string)",
      default: { "a${b}": "c%{d} $${e}", lines: "${a}\n  %{b}\n" },
      description: "costs ${5}",
      sensitive: false,
      nullable: false,
      validation: [{ condition: Fn.lookup({ a: true }, "a", false), errorMessage: "must be ${1 + 1}" }],
    });
    new TerraformOutput(stack, "Output", { value: 1, description: "costs ${5} %{x}" });
  },
  "tokens inside stringified JSON": (stack) => {
    const group = new SecurityGroup(stack, "Group", { name: "x" });
    new SsmParameter(stack, "Parameter", {
      name: "/a",
      type: "String",
      value: JSON.stringify({ group: group.id, list: [group.arn, "b"], text: 'a "quoted" word' }),
    });
  },
  "functions, operators and conditions": (stack) => {
    const group = new SecurityGroup(stack, "Group", { name: "x" });
    new TerraformLocal(stack, "Joined", Fn.join(",", [group.id, "a b", "$${e}"]));
    new TerraformLocal(stack, "Encoded", Fn.jsonencode({ a: group.id, "b c": [1, true, null], d: {} }));
    new TerraformLocal(stack, "Nested", `${Fn.upper(`x-${group.name}`)}/${Fn.element(["a"], 0)}`);
    new TerraformLocal(stack, "Chosen", conditional(Fn.tobool("true"), [group.id], []));
    new TerraformLocal(stack, "Property", propertyAccess(group.tags, ["a", 0]));
    new TerraformLocal(stack, "Directive", "%{ if   local.Loop }yes %{ else }no%{ endif }");
    new TerraformLocal(stack, "Loop", '${{ for k, v in { "a" = -1 } : k => v... if v != 2 && !false }}');
    new TerraformLocal(stack, "Splat", "${ aws_security_group.Group[ * ].id }");
    new TerraformLocal(stack, "Only", { "${local.Loop}": "${local.Splat}", "x${local.Loop}": 1 });
  },
  "nested blocks, blocks as attributes, empty lists": (stack) => {
    new SecurityGroup(stack, "Group", {
      name: "x",
      ingress: [{ fromPort: 1, toPort: 2, protocol: "tcp", cidrBlocks: ["10.0.0.0/8"] }],
      egress: [],
      revokeRulesOnDelete: false,
      timeouts: { create: "3m" },
    });
    new Alb(stack, "Balancer", { accessLogs: { bucket: "logs", enabled: false }, subnets: ["a", "b"] });
  },
  "statements of a web ACL": (stack) => {
    const visibilityConfig = {
      cloudwatchMetricsEnabled: true,
      metricName: "m",
      sampledRequestsEnabled: false,
    };
    new Wafv2WebAcl(stack, "Acl", {
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      visibilityConfig,
      rule: [
        {
          name: "managed",
          priority: 0,
          overrideAction: { none: {} },
          visibilityConfig,
          statement: {
            managed_rule_group_statement: {
              name: "AWSManagedRulesCommonRuleSet",
              vendor_name: "AWS",
              rule_action_override: [{ name: "SizeRestrictions_BODY", action_to_use: { count: {} } }],
            },
          },
        },
      ],
    });
  },
  "lifecycle, count and provisioners": (stack) => {
    const first = new DataResource(stack, "First", { input: { a: 1, b: [{ c: "d" }] }, triggersReplace: {} });
    const second = new DataResource(stack, "Second", {
      count: TerraformCount.of(2),
      dependsOn: [first],
      lifecycle: {
        createBeforeDestroy: true,
        preventDestroy: false,
        ignoreChanges: ["input", 'tags["a b"]'],
        replaceTriggeredBy: [first.fqn],
        precondition: [{ condition: Fn.tobool(true), errorMessage: "must be" }],
        postcondition: [{ condition: Fn.tobool(true), errorMessage: "was not" }],
      },
      connection: { type: "ssh", host: "h", user: "u" },
      provisioners: [
        { type: "local-exec", command: "echo ${self.id}", when: "destroy" },
        { type: "file", source: "a", destination: "b" },
        { type: "local-exec", command: "echo 2", environment: { A: "b" } },
      ],
    });
    second.addOverride("lifecycle.ignore_changes", ["output"]);
    new DataResource(stack, "Third", { lifecycle: { ignoreChanges: "all" } });
  },
  "iterators and dynamic blocks": (stack) => {
    const each = TerraformIterator.fromMap({ a: { port: 80 }, b: { port: 443 } });
    new SsmParameter(stack, "Parameter", { forEach: each, name: each.key, type: "String", value: each.key });
    new EcsCluster(stack, "Cluster", {
      name: "c",
      setting: TerraformIterator.fromList(["on"]).dynamic({ name: "containerInsights", value: "on" }),
    });
    const service = new EcsService(stack, "Service", { name: "s" });
    service.addOverride("dynamic.load_balancer", {
      for_each: "${toset([1])}",
      iterator: "target",
      content: { container_name: "c", container_port: "${target.value}", advanced: [{ rule: { a: "b" } }] },
    });
    service.addOverride("dynamic.volume_configuration", [{ for_each: [], content: { name: "v" } }]);
  },
  "blocks and lists by override, lazy values": (stack) => {
    const service = new EcsService(stack, "Service", {
      name: "s",
      loadBalancer: Lazy.anyValue({ produce: () => [{ container_name: "c", container_port: 1 }] }) as never,
      desiredCount: Lazy.numberValue({ produce: () => 0 }),
    });
    service.addOverride("placement_constraints", [{ type: "distinctInstance" }]);
    service.addOverride("tags", { a: "b" });
    service.addOverride("propagate_tags", null);
    service.addOverride("wait_for_steady_state", Token.asAny(false));
  },
  "moves, imports and removals": (stack) => {
    new SsmParameter(stack, "Old", { name: "/old", type: "String", value: "v" }).moveToId(
      "aws_ssm_parameter.New",
    );
    new SsmParameter(stack, "New", { name: "/new", type: "String", value: "v" }).importFrom("/new");
    stack.addOverride("moved", [{ from: "aws_vpc.a", to: 'aws_vpc.b["x y"]' }]);
    stack.addOverride("removed", [{ from: "aws_vpc.c", lifecycle: { destroy: false } }]);
    stack.addOverride("check", { health: { assert: [{ condition: "${true}", error_message: "down" }] } });
  },
  "modules, data sources and remote state": (stack) => {
    const provider = new AwsProvider(stack, "aws", { region: "eu-west-1", alias: "x" });
    const region = new DataAwsRegion(stack, "Region", { provider });
    const module = new TerraformHclModule(stack, "Module", {
      source: "terraform-aws-modules/vpc/aws",
      version: "~> 6.0",
      variables: { list: [{ a: 1 }], map: { b: "${2}" }, region: region.name, off: false },
      providers: [{ moduleAlias: "other", provider }],
      dependsOn: [region],
    });
    const state = new DataTerraformRemoteStateS3(stack, "State", { bucket: "b", key: "k", region: "r" });
    new TerraformOutput(stack, "ModuleId", { value: module.get("id"), sensitive: true, dependsOn: [module] });
    new TerraformOutput(stack, "state_id", { value: state.get("id"), staticId: true });
  },
  "extreme values": (stack) => {
    new TerraformLocal(stack, "Numbers", [0.1, 1e21, -5, 1.5e-7, 9007199254740991]);
    new TerraformLocal(stack, "Deep", [[[]], [{}], [[{ a: [[1]] }]], [null, "a"], [{ a: null }]]);
    new TerraformLocal(
      stack,
      "Long",
      Array.from({ length: 40 }, (_, index) => `element ${index}`),
    );
    new SsmParameter(stack, "Large", { name: "/a", type: "String", value: `${"x".repeat(5000)}\n` });
  },
};
