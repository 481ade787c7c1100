import { App } from "cdktf";
import { addEnvironment } from "../../stacks/build-app";
import { prepareStacks } from "../../stacks/prepare-stacks";
import { renderStackHcl } from "../../stacks/render-stack-hcl";
import { aBackend, anEnvironment } from "../support/an-environment";
import { evaluate } from "../support/evaluate";
import { testWithTerraform, type RunTerraform } from "../support/terraform";

/** What application developers may write, and what Terraform would take for code if it were not escaped. */
const text = 'a ${HOME} $${b} %{if true} %%{c} "quoted" \\ \n${aws_vpc.x.id} ünïcode __proto__';

const environment = anEnvironment({
  services: {
    api: aBackend("api", {
      databases: ["app"],
      containers: [
        {
          name: "api",
          environment: [{ name: "TEXT", value: text }],
          command: [text],
          dockerLabels: { label: text },
        },
      ],
    }),
  },
});

const local = "api_service_template_containers";

describe("Text that people own", () => {
  const app = new App({ outdir: "cdktf.out" });
  addEnvironment(app, environment);
  const services = prepareStacks(app).find(({ node }) => node.id === "test-services");
  if (!services) throw new Error("no services stack");
  const json = JSON.stringify({ locals: { [local]: services.toTerraform().locals[local] } });
  const hcl = localBlock(renderStackHcl(services));

  test("is escaped in the JSON that Terraform applies", () => {
    const escaped = 'a $${HOME} $$${b} %%{if true} %%%{c} "quoted" \\ \n$${aws_vpc.x.id} ünïcode __proto__';
    expect(JSON.parse(json).locals[local][0].command).toEqual([escaped]);
  });

  testWithTerraform("arrives as written by way of the JSON", (terraform) => {
    expect(containers(terraform, "main.tf.json", json)).toMatchObject(asWritten);
  });

  testWithTerraform("arrives as written by way of the HCL for review", (terraform) => {
    expect(containers(terraform, "main.tf", hcl)).toMatchObject(asWritten);
  });
});

const asWritten = [
  {
    environment: expect.arrayContaining([{ name: "TEXT", value: text }]),
    command: [text],
    dockerLabels: { label: text },
  },
];

/** The block of the file that holds the containers. */
function localBlock(file: string): string {
  const [block] = new RegExp(`^locals \\{\\n  ${local} = [\\s\\S]*?^\\}`, "m").exec(file) ?? [];
  if (block === undefined) throw new Error(`no local ${local}`);
  return block;
}

/** What terraform makes of the containers; references to resources are replaced, because there is no provider here. */
function containers(terraform: RunTerraform, file: string, configuration: string): unknown {
  const quote = file.endsWith(".json") ? '\\"' : '"';
  const closed = configuration
    .replaceAll("aws_cloudwatch_log_group.api_service_logs.name", `${quote}logs${quote}`)
    .replace(/data\.terraform_remote_state\.\w+\.outputs\.\w+/g, `${quote}output${quote}`);
  return evaluate(terraform, file, closed, `local.${local}`);
}
