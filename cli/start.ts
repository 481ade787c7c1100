import { relative } from "node:path";
import { type App, TerraformResource } from "cdktf";
import { AccountStack } from "../stacks/account-stack";
import { buildApp } from "../stacks/build-app";
import { NetworkStack } from "../stacks/network-stack";
import { formatTable } from "./format-table";
import { loadEstate } from "./load-estate";
import { prepareProcess } from "./prepare-process";
import { readArguments } from "./read-arguments";
import { reportError } from "./report-error";

/** `npm start [-- <environment>]`: synthesizes the stacks, says where they are and what to do next. */
function start(argv: readonly string[]): void {
  const estate = loadEstate();
  const { only } = readArguments("npm start", argv, estate);
  const app = buildApp(estate, { only });
  app.synth();
  const stacks = app.node.children.filter((child) => child instanceof AccountStack);
  console.log(
    formatTable(
      ["stack", "account", "region", "resources", "file", "entry"],
      stacks.map((stack) => row(app, stack)),
    ),
  );
  console.log(`\n${nextCommands(stacks)}`);
}

function row(app: App, stack: AccountStack): string[] {
  const resources = stack.node.findAll().filter((node) => TerraformResource.isTerraformResource(node)).length;
  const file = relative(process.cwd(), `${app.outdir}/stacks/${stack.node.id}/cdk.tf.json`);
  return [
    stack.node.id,
    stack.account,
    stack.region,
    String(resources),
    file,
    stack instanceof NetworkStack ? stack.entry : "",
  ];
}

function nextCommands(stacks: readonly AccountStack[]): string {
  const example = stacks.find(({ node }) => node.id.endsWith("-network")) ?? stacks[0];
  return [
    "Next:",
    "  npm run hcl                 write hcl/, the files to review in merge requests",
    "  npx cdktf list              list the stacks",
    ...(example
      ? [`  npx cdktf diff ${example.node.id.padEnd(13)}plan, with credentials of account ${example.account}`]
      : []),
  ].join("\n");
}

try {
  prepareProcess(process.env);
  start(process.argv.slice(2));
} catch (error) {
  process.exitCode = reportError(error, process.env);
}
