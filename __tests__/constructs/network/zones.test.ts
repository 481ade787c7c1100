import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { Network, type NatMode } from "../../../constructs/network/network";
import { synthesize } from "../../../testing/synthesize";

/** Every resource by address, but for the attributes of endpoints that list the zones. */
function resourcesIn(zones: readonly string[], nat: NatMode): Record<string, unknown> {
  const { configuration } = synthesize((stack) => {
    new Network(stack, "Network", {
      name: "test",
      account: "123456789012",
      region: "eu-west-1",
      cidrBlock: "10.20.0.0/16",
      zones,
      nat,
      interfaceEndpoints: ["logs"],
    });
  });
  const byAddress = Object.entries(configuration.resource ?? {}).flatMap(([type, named]) =>
    Object.entries(named).map(([name, attributes]) => [`${type}.${name}`, { ...attributes }] as const),
  );
  for (const [address, attributes] of byAddress) {
    if (!address.startsWith(`${VpcEndpoint.tfResourceType}.`)) continue;
    Reflect.deleteProperty(attributes, "subnet_ids");
    Reflect.deleteProperty(attributes, "route_table_ids");
  }
  return Object.fromEntries(byAddress);
}

const additions = (["none", "single", "per-zone"] as const).flatMap((nat) => [
  { nat, before: ["a", "b"], after: ["a", "b", "c"] },
  { nat, before: ["a", "c"], after: ["a", "b", "c"] },
  { nat, before: ["d", "e"], after: ["d", "e", "f"] },
]);

describe("Zones of a network", () => {
  test.each(additions)(
    "$before → $after with nat $nat changes nothing that exists",
    ({ nat, before, after }) => {
      expect(resourcesIn(after, nat)).toMatchObject(resourcesIn(before, nat));
    },
  );

  test.each(additions)(
    "$after → $before with nat $nat only removes the zone's own",
    ({ nat, before, after }) => {
      const kept = resourcesIn(before, nat);
      const removed = Object.keys(resourcesIn(after, nat)).filter((address) => !(address in kept));
      const zone = after.find((letter) => !before.includes(letter));
      expect(removed.filter((address) => !address.includes(`.network_zone_${zone}_`))).toEqual([]);
    },
  );

  test("are the same in whichever order they are given", () => {
    expect(resourcesIn(["c", "a", "b"], "single")).toEqual(resourcesIn(["a", "b", "c"], "single"));
  });
});
