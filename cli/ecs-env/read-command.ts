import { type ParseArgsConfig, parseArgs } from "node:util";
import { alternatives, didYouMean } from "../../problems/did-you-mean";
import { ConfigError } from "../../problems/config-error";
import { formatGiven, type Problem } from "../../problems/problem";
import { isApplicationCommand } from "./applications/application-forms";
import { type CommandForm } from "./command-form";
import { commandForms, commandNames, type CommandName } from "./command-forms";
import { optionForms, type OptionForm } from "./option-forms";
import { wrongValue } from "./value-kinds";

export interface Command {
  readonly name: CommandName | "help" | "version";
  /** What the command is about: the first argument, mostly an environment or stack. */
  readonly target?: string;
  /** Every argument. */
  readonly arguments: readonly string[];
  readonly flags: ReadonlySet<string>;
  /** Those of an option that was repeated are joined by commas. */
  readonly values: Readonly<Record<string, string>>;
  /** What follows `--`. */
  readonly rest: readonly string[];
}

const allOptions: Readonly<Record<string, OptionForm>> = {
  ...optionForms,
  help: { about: "this text" },
  version: { about: "the version of this package" },
};

const options: NonNullable<ParseArgsConfig["options"]> = Object.fromEntries(
  Object.entries(allOptions).map(([name, { value }]) => [
    name,
    {
      type: value === undefined ? "boolean" : "string",
      // Otherwise the last one would count, and nobody would hear of the others.
      multiple: value !== undefined,
      ...(name === "help" && { short: "h" }),
    } as const,
  ]),
);

/** The command that the words of a command line name, also when the rest of them cannot be read. */
export function commandNamed(argv: readonly string[]): CommandName | undefined {
  return argv.flatMap((word) => commandNames.find((name) => name === word) ?? [])[0];
}

/** Reads what follows `ecs-env`. @throws ConfigError with all that the command does not know. */
export function readCommand(argv: readonly string[]): Command {
  const end = argv.indexOf("--");
  const own = end < 0 ? argv : argv.slice(0, end);
  const rest = end < 0 ? [] : argv.slice(end + 1);
  const { values: parsed, positionals } = parseArgs({
    args: own.map((word, index) => withoutNext(word, own[index + 1])),
    options,
    strict: false,
    allowPositionals: true,
  });
  const values = Object.fromEntries(
    Object.entries(parsed).map(([option, value]) => [
      option,
      Array.isArray(value) ? oneOf(option, value) : value,
    ]),
  );
  const [given, ...words] = positionals;
  const name = commandNames.find((one) => one === given);
  if (values["help"] !== undefined)
    return { name: "help", ...(name && { target: name }), arguments: [], flags: new Set(), values: {}, rest };
  if (values["version"] === true && given === undefined)
    return { name: "version", arguments: [], flags: new Set(), values: {}, rest };
  const problems = [
    ...(name === undefined ? [unknownCommand(given)] : wrongArguments(name, values, words)),
    ...Object.entries(values).flatMap(([option, value]) => wrongOption(name, option, value)),
    ...(name === undefined ? [] : missingOptions(name, values)),
    ...(name === undefined ? [] : wrongRest(name, end >= 0, rest)),
  ];
  if (problems.length > 0 || name === undefined) throw new ConfigError("ecs-env", problems);
  return {
    name,
    ...(words[0] !== undefined && { target: words[0] }),
    arguments: words,
    flags: new Set(Object.keys(values).filter((option) => values[option] === true)),
    values: Object.fromEntries(
      Object.entries(values).flatMap(([option, value]) =>
        typeof value === "string" ? [[option, value]] : [],
      ),
    ),
    rest,
  };
}

/** An option whose value is missing must not take the next option for it. */
function withoutNext(word: string, next: string | undefined): string {
  const option = word.startsWith("--") ? allOptions[word.slice(2)] : undefined;
  return option?.value !== undefined && next?.startsWith("--") ? `${word}=` : word;
}

/** The value of an option, if it may be given so often. */
function oneOf(option: string, values: readonly (string | boolean)[]) {
  return values.length > 1 && allOptions[option]?.repeats !== true ? values : joined(values);
}

/** A value that is missing anywhere is missing. */
function joined(values: readonly (string | boolean)[]): string | true {
  return values.every((value) => typeof value === "string") ? values.join(",") : true;
}

function missingOptions(name: CommandName, values: Readonly<Record<string, unknown>>): Problem[] {
  const { requires = [] }: CommandForm = commandForms[name];
  return requires
    .filter((option) => values[option] === undefined)
    .map((option) => {
      const { value = "", about }: OptionForm = optionForms[option];
      const advice = `Write --${option} <${value}>: ${about}.`;
      return { where: `--${option}`, must: `must be given to ${name}`, got: "nothing", advice };
    });
}

function wrongRest(name: CommandName, isGiven: boolean, rest: readonly string[]): Problem[] {
  const { runs }: CommandForm = commandForms[name];
  if (runs === undefined) {
    // The commands for Terraform always left it unread.
    if (!isGiven || !isApplicationCommand(name)) return [];
    return [
      {
        where: "--",
        must: `must not follow ${name}`,
        got: formatGiven(["--", ...rest].join(" ")),
        advice: "Leave it out.",
      },
    ];
  }
  if (rest.length > 0) return [];
  const advice = `Write for example: ecs-env ${name} -- ${runs}.`;
  return [{ where: "command", must: "must follow after --", got: "nothing", advice }];
}

function unknownCommand(given: string | undefined): Problem {
  const advice =
    given === undefined
      ? `Use ${commandNames.join(", ")}; --help says more.`
      : didYouMean(given, commandNames);
  return { where: "command", must: "must be known", got: formatGiven(given), advice };
}

function wrongArguments(
  name: CommandName,
  values: Readonly<Record<string, unknown>>,
  words: readonly string[],
): Problem[] {
  const takes: readonly string[] = commandForms[name].takes;
  const advice = `Write: ecs-env ${[name, ...takes].join(" ")}.`;
  const missing = takes
    .slice(words.length)
    .filter((one) => one.startsWith("<"))
    .map((one) => ({ where: "argument", must: `must follow ${name}`, got: `no ${one}`, advice }));
  const must =
    takes.length === 0 ? `must not follow ${name}` : `must be left out: ${name} takes ${takes.join(" and ")}`;
  const options = asOption(name, values, words);
  const extra = words.slice(takes.length).map((one, index) => ({
    where: "argument",
    must,
    got: formatGiven(one),
    advice: options[index] ?? advice,
  }));
  return [...missing, ...extra];
}

/** Commands for Terraform name their environment without an option; whoever does so elsewhere is told which option is missing. */
function asOption(
  name: CommandName,
  values: Readonly<Record<string, unknown>>,
  words: readonly string[],
): readonly string[] {
  const { requires = [] }: CommandForm = commandForms[name];
  const missing = (["env", "service"] as const).filter(
    (option) => requires.includes(option) && values[option] === undefined,
  );
  return missing.slice(0, words.length).map((option, index) => `Write --${option} ${words[index]}.`);
}

function wrongOption(name: CommandName | undefined, option: string, value: unknown): Problem[] {
  const where = `--${option}`;
  const form = Object.hasOwn(allOptions, option) ? allOptions[option] : undefined;
  const known: readonly string[] = name === undefined ? Object.keys(allOptions) : commandForms[name].options;
  if (!form || !known.includes(option)) {
    const must = form && name ? `must be an option of ${name}` : "must be known to the command";
    const advice = didYouMean(
      where,
      known.map((one) => `--${one}`),
    );
    return [{ where: "option", must, got: where, advice }];
  }
  if (form.value === undefined) {
    if (value === true) return [];
    return [{ where, must: "must stand alone", got: formatGiven(value), advice: "Leave the value out." }];
  }
  if (Array.isArray(value)) {
    const advice = "Leave all but one out.";
    return [{ where, must: "must be given once", got: formatGiven(value), advice }];
  }
  if (typeof value !== "string" || value === "") {
    return [
      {
        where,
        must: "must be followed by a value",
        got: "nothing",
        advice: `ecs-env ${name ?? "<command>"} --help says which.`,
      },
    ];
  }
  if (form.is !== undefined) return wrongValue(where, form.is, value);
  const { formats }: CommandForm = name ? commandForms[name] : { about: "", takes: [], options: [] };
  if (option !== "format" || !formats || formats.includes(value)) return [];
  return [
    {
      where,
      must: `must be ${alternatives(formats)}`,
      got: formatGiven(value),
      advice: didYouMean(value, formats),
    },
  ];
}
