import {
  commandForms,
  commandNames,
  optionForms,
  type CommandForm,
  type CommandName,
  type OptionForm,
} from "./command-forms";

const width = 23;

/** What `ecs-env --help` prints, or `ecs-env <command> --help` of one command. */
export function usageOf(name: CommandName | undefined): string {
  return name === undefined ? general : usageOfCommand(name, commandForms[name]);
}

const general = [
  "ecs-env <command> [options]",
  "",
  ...commandNames.map((name) =>
    line([name, ...commandForms[name].takes].join(" "), commandForms[name].about),
  ),
  "",
  "ecs-env <command> --help lists the options of a command.",
].join("\n");

function usageOfCommand(name: CommandName, { about, takes, options, formats, notes }: CommandForm): string {
  return [
    ["ecs-env", name, ...takes, "[options]"].join(" "),
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
