import { commandForms, commandNames, optionForms, type CommandForm, type OptionForm } from "./command-forms";

const width = 23;

/** What `ecs-env --help` prints. */
export const usage = [
  "ecs-env <command> [options]",
  "",
  ...commandNames.map((name) =>
    line([name, ...commandForms[name].takes].join(" "), aboutCommand(commandForms[name])),
  ),
  "",
  ...Object.entries(optionForms).map(([name, form]: [string, OptionForm]) =>
    line(form.value === undefined ? `--${name}` : `--${name} <${form.value}>`, form.about),
  ),
  "",
  "Stacks are run in the order in which they read each other. One stack alone is planned against what the stacks that it reads",
  "were when they were last applied, as with AWS: name the environment to see changes of both. Offline, a stack that it reads",
  "and that does not exist yet is made first. An offline plan also tries the apply, in a copy of the world that is thrown away:",
  "what AWS would refuse only then is in the summary too.",
].join("\n");

function aboutCommand({ about, formats }: CommandForm): string {
  return formats ? `${about} (--format ${formats.join(", ")})` : about;
}

function line(left: string, right: string): string {
  return left.length < width
    ? `  ${left.padEnd(width)}${right}`
    : `  ${left}\n  ${" ".repeat(width)}${right}`;
}
