import fc from "fast-check";
import type { Estate } from "../../../config/environment";
import { definedEstate, generatedEstate, type GeneratedEstate } from "../../support/generated-environment";
import { OfflineAccount } from "../../support/offline-account";
import { writeEstate } from "../../support/offline-estate";

/** Where a generated estate broke, and terraform's own words. */
export interface FuzzFailure {
  readonly stack: string;
  readonly step: "synthesize" | "apply" | "second plan";
  readonly message: string;
}

export interface FuzzOutcome {
  readonly seconds: number;
  /** What exists in all accounts afterwards, without what was taken for granted. */
  readonly resources: number;
  readonly failure?: FuzzFailure;
}

/** Of what a seed draws, the first estate that `config/` accepts. */
export function drawCase(seed: number): { readonly generated: GeneratedEstate; readonly refused: number } {
  for (let refused = 0; refused < 1000; refused += 1) {
    // Every other case without fast-check's preference for small values: all that is in it is large.
    const options = { seed: seed * 1000 + refused, numRuns: 1, unbiased: seed % 2 === 0 };
    const [generated] = fc.sample(generatedEstate(), options);
    if (generated && definedEstate(generated)) return { generated, refused };
  }
  throw new Error(`config/ accepts nothing that is drawn from seed ${seed}`);
}

/** Applies every stack of an estate with the real terraform and plans it a second time. @throws Error when `config/` refuses the estate */
export async function runCase(generated: GeneratedEstate): Promise<FuzzOutcome> {
  const start = Date.now();
  const estate = definedEstate(generated);
  if (!estate) throw new Error("config/ refuses this estate");
  const account = await OfflineAccount.start();
  try {
    const failure = await bringUp(account, estate);
    const accounts = [estate.tooling.account, ...estate.environments.map((one) => one.account)];
    const made = accounts.flatMap((id) =>
      Object.values(account.existing(id)).filter(({ assumed }) => assumed === undefined),
    );
    const seconds = (Date.now() - start) / 1000;
    return { seconds, resources: made.length, ...(failure && { failure }) };
  } finally {
    await account.stop();
  }
}

async function bringUp(account: OfflineAccount, estate: Estate): Promise<FuzzFailure | undefined> {
  let stacks: readonly string[];
  try {
    stacks = writeEstate(account, estate);
  } catch (error) {
    return { stack: "", step: "synthesize", message: messageOf(error) };
  }
  for (const stack of stacks) {
    try {
      await account.apply(stack);
    } catch (error) {
      return { stack, step: "apply", message: messageOf(error) };
    }
  }
  for (const stack of stacks) {
    const message = await changesOf(account, stack);
    if (message !== undefined) return { stack, step: "second plan", message };
  }
  return undefined;
}

/** What a plan says that it would change; undefined when that is nothing. */
async function changesOf(account: OfflineAccount, stack: string): Promise<string | undefined> {
  const plan = ["plan", "-input=false", "-no-color", "-detailed-exitcode", "-lock=false"];
  const { status, stdout, stderr } = await account.terraform(stack, ...plan);
  return status === 0 ? undefined : (stderr || stdout).slice(0, 4000);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 4000) : String(error);
}
