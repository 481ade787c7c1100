import { type StackFiles } from "../estate/stack-files";
import { isSameAddress, partsOf } from "./address";
import { isAbout, type Permit, type StackLedger } from "./ledger";
import { follow, isRemoved, type Move, movesOf, removalsOf } from "./moves";

/** What becomes of an address that was known. */
export type Fate =
  | { readonly kind: "exists" | "removed" | "permitted" }
  /** `renamed`: the only resource of its type that nobody knew before. */
  | { readonly kind: "gone"; readonly renamed?: string }
  | { readonly kind: "moved" | "moved-nowhere" | "type-changed"; readonly to: string };

/** What becomes of the addresses of one stack. */
export class Fates {
  private readonly addresses: ReadonlySet<string>;
  private readonly moves: readonly Move[];
  private readonly removals: readonly string[];

  constructor(
    stack: StackFiles,
    private readonly known: StackLedger,
  ) {
    this.addresses = new Set(addressesOf(stack));
    this.moves = movesOf(stack);
    this.removals = removalsOf(stack);
  }

  of(address: string): Fate {
    if (this.exists(address)) return { kind: "exists" };
    const to = follow(address, this.moves);
    if (isRemoved(to, this.removals)) return { kind: "removed" };
    if (this.known.permits.some((permit) => isAbout(permit, address) || isAbout(permit, to)))
      return { kind: "permitted" };
    const at = this.find(to);
    if (at !== undefined) {
      const kind = isMovable(partsOf(address)?.type, partsOf(at)?.type) ? "moved" : "type-changed";
      return { kind, to: at };
    }
    if (to !== address) return { kind: "moved-nowhere", to };
    const retyped = this.sameName(address);
    if (retyped !== undefined) return { kind: "type-changed", to: retyped };
    const [renamed, ...others] = this.unknown(partsOf(address)?.type);
    return renamed === undefined || others.length > 0 ? { kind: "gone" } : { kind: "gone", renamed };
  }

  exists(address: string): boolean {
    return this.addresses.has(address) || [...this.addresses].some((other) => isSameAddress(address, other));
  }

  /** Whether an entry is for something that exists: it would permit a loss that nobody has thought of. */
  isStillThere(permit: Permit): boolean {
    return this.exists(permit.address) || [...this.addresses].some((address) => isAbout(permit, address));
  }

  /** Terraform itself moves the only instance to `[0]` and back where `count` comes or goes; of modules it does not. */
  private find(address: string): string | undefined {
    const counted = address.endsWith("[0]") ? address.slice(0, -"[0]".length) : `${address}[0]`;
    return [address, counted].find((one) => this.exists(one));
  }

  private unknown(type: string | undefined): readonly string[] {
    return [...this.addresses].filter(
      (address) => partsOf(address)?.type === type && !this.known.addresses.includes(address),
    );
  }

  private sameName(address: string): string | undefined {
    const own = partsOf(address);
    return [...this.addresses].find((other) => {
      const parts = partsOf(other);
      return (
        parts?.module === own?.module && parts?.name === own?.name && !this.known.addresses.includes(other)
      );
    });
  }
}

/** Addresses of the managed resources of a stack. A data source that goes loses nothing. */
export function addressesOf(stack: StackFiles): readonly string[] {
  return stack.resources.filter(({ mode }) => mode === "managed").map(({ address }) => address);
}

/** https://developer.hashicorp.com/terraform/language/resources/terraform-data: the one pair that Terraform itself moves. */
function isMovable(from: string | undefined, to: string | undefined): boolean {
  return from === to || (from === "null_resource" && to === "terraform_data");
}
