import { type ParseArgsConfig, parseArgs } from "node:util";
import { didYouMean } from "../../config/parsing/did-you-mean";
import { ConfigError } from "../../problems/config-error";
import { formatGiven, type Problem } from "../../problems/problem";

export const commands = ["plan", "apply", "destroy", "offline"] as const;

export interface Command {
  readonly name: (typeof commands)[number] | "help";
  /** Environment or stack. */
  readonly target?: string;
  readonly flags: ReadonlySet<string>;
  readonly values: Readonly<Record<string, string>>;
  /** What follows `--`. */
  readonly rest: readonly string[];
}

export const usage = `ecs-env <command> [environment | stack] [options]

  plan        say what an apply would do; exit 0 nothing, 2 changes, 1 error
  apply       do it
  destroy     delete what a stack made
  offline     run a command, such as "npx cdktf diff dev-network", without AWS: ecs-env offline -- <command>

  --offline              without AWS and credentials; plan changes nothing, apply and destroy change the world
  --world <folder>       folder that stands for AWS and the states (default: .ecs-env/world)
  --as-account <id>      offline: account that the credentials belong to (default: the stack's own)
  --profile <name>       online: profile of the AWS credentials (default: AWS_PROFILE)
  --json                 the summary as JSON
  --verbose              Terraform's own text of each plan, with values
  --no-color             also: NO_COLOR
  --auto-approve         do not ask
  --no-synth             take the stacks as they are in the output folder
  --out <folder>         output folder of cdktf (default: cdktf.out)
  --terraform <binary>   default: TERRAFORM_BINARY_NAME, else terraform, else tofu

Stacks are run in the order in which they read each other. One stack alone is planned against what the stacks that it reads
were when they were last applied, as with AWS: name the environment to see changes of both. Offline, a stack that it reads
and that does not exist yet is made first. An offline plan also tries the apply, in a copy of the world that is thrown away:
what AWS would refuse only then is in the summary too.`;

const flags = ["offline", "json", "verbose", "no-color", "auto-approve", "no-synth", "help"];
const settings = ["world", "as-account", "profile", "out", "terraform"];

const options: NonNullable<ParseArgsConfig["options"]> = Object.fromEntries([
  ...flags.map((name) => [name, { type: "boolean" }] as const),
  ...settings.map((name) => [name, { type: "string" }] as const),
]);

/** Reads what follows `ecs-env`. @throws ConfigError with all that the command does not know. */
export function readCommand(argv: readonly string[]): Command {
  const end = argv.indexOf("--");
  const own = end < 0 ? argv : argv.slice(0, end);
  const rest = end < 0 ? [] : argv.slice(end + 1);
  const { values, positionals } = parseArgs({
    args: [...own],
    options,
    strict: false,
    allowPositionals: true,
  });
  const name = commands.find((one) => one === positionals[0]);
  if (values["help"] !== undefined) return { name: "help", flags: new Set(), values: {}, rest };
  const problems = [
    ...(name === undefined ? [unknownCommand(positionals[0])] : []),
    ...positionals.slice(name === "offline" ? 1 : 2).map(extraArgument),
    ...Object.entries(values).flatMap(([option, value]) => wrongOption(option, value)),
    ...(name === "offline" && rest.length === 0 ? [noCommand] : []),
  ];
  if (problems.length > 0 || name === undefined) throw new ConfigError("ecs-env", problems);
  return {
    name,
    ...(positionals[1] !== undefined && { target: positionals[1] }),
    flags: new Set(Object.keys(values).filter((option) => flags.includes(option))),
    values: Object.fromEntries(
      Object.entries(values).flatMap(([option, value]) =>
        typeof value === "string" ? [[option, value]] : [],
      ),
    ),
    rest,
  };
}

const noCommand: Problem = {
  where: "command",
  must: "must follow after --",
  got: "nothing",
  advice: "Write for example: ecs-env offline -- npx cdktf diff dev-network.",
};

function unknownCommand(given: string | undefined): Problem {
  const advice =
    given === undefined ? `Use ${commands.join(", ")}; --help says more.` : didYouMean(given, commands);
  return { where: "command", must: "must be known", got: formatGiven(given), advice };
}

function extraArgument(given: string): Problem {
  const advice = "Name one environment or stack, or none for all.";
  return {
    where: "argument",
    must: "must be the only environment or stack",
    got: formatGiven(given),
    advice,
  };
}

function wrongOption(option: string, value: unknown): Problem[] {
  const where = `--${option}`;
  if (flags.includes(option)) {
    if (value === true) return [];
    return [{ where, must: "must stand alone", got: formatGiven(value), advice: "Leave the value out." }];
  }
  if (!settings.includes(option)) {
    const advice = didYouMean(
      where,
      [...flags, ...settings].map((one) => `--${one}`),
    );
    return [{ where: "option", must: "must be known to the command", got: where, advice }];
  }
  if (typeof value === "string" && value !== "") return [];
  return [
    { where, must: "must be followed by a value", got: "nothing", advice: "ecs-env --help says which." },
  ];
}
