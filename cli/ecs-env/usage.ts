import { applicationCommands } from "./applications/application-forms";
import { type CommandForm } from "./command-form";
import { commandForms, infrastructureCommands, type CommandName } from "./command-forms";
import { optionForms, type OptionForm } from "./option-forms";

const width = 23;

/** What `ecs-env --help` prints, or `ecs-env <command> --help` of one command. */
export function usageOf(name: CommandName | undefined): string {
  return name === undefined ? general : usageOfCommand(name, commandForms[name]);
}

const general = [
  "ecs-env <command> [options]",
  "",
  "Infrastructure, with Terraform:",
  ...infrastructureCommands.map(overview),
  "",
  "Applications, without Terraform and without the project's files:",
  ...applicationCommands.map(overview),
  "",
  "ecs-env <command> --help lists what a command takes, ecs-env --version prints the version.",
].join("\n");

function overview(name: CommandName): string {
  return `  ${name.padEnd(10)}${commandForms[name].about}`;
}

function usageOfCommand(
  name: CommandName,
  { about, takes, options, formats, runs, notes }: CommandForm,
): string {
  return [
    ["ecs-env", name, ...takes, "[options]", ...(runs === undefined ? [] : ["-- <command>"])].join(" "),
    "",
    `  ${about}`,
    "",
    ...options.map((option) => {
      const form: OptionForm = optionForms[option];
      const values = option === "format" && formats ? `: ${formats.join(", ")}` : "";
      return line(
        form.value === undefined ? `--${option}` : `--${option} <${form.value}>`,
        form.about + values,
      );
    }),
    ...(notes ? ["", ...notes] : []),
  ].join("\n");
}

function line(left: string, right: string): string {
  return left.length < width
    ? `  ${left.padEnd(width)}${right}`
    : `  ${left}\n  ${" ".repeat(width)}${right}`;
}
