import { sometimesFixed } from "../../../offline/replacement/sometimes-fixed";
import { bindingSchema } from "../../../offline/schema/binding-schema";
import { unknown, type Values } from "../../../offline/values/value";

function isFixed(type: string, attribute: string, before: Values, after: Values): boolean | undefined {
  return sometimesFixed[type]?.[attribute]?.(before, after);
}

describe("What is fixed in some cases", () => {
  test.each(Object.entries(sometimesFixed))("of %s exists", (type, attributes) => {
    const block = bindingSchema().resource(type);
    const known = { ...block.attributes, ...block.blocks };
    expect(Object.keys(attributes).filter((name) => !(name in known))).toEqual([]);
  });
});

describe("A load balancer", () => {
  const [a, b] = [{ subnet_id: "a" }, { subnet_id: "b" }];
  const balancer = (type: string, values: Values) => ({ load_balancer_type: type, ...values });
  const change = (type: string, attribute: string, before: Values, after: Values) =>
    isFixed("aws_lb", attribute, balancer(type, before), balancer(type, after));

  test.each([
    ["network", ["a"], ["a", "b"], false],
    ["network", ["a", "b"], ["a"], true],
    ["network", ["a"], ["b"], true],
    ["application", ["a", "b"], ["a"], false],
  ])("of type %s, subnets %p to %p: replaced %p", (type, before, after, expected) => {
    expect(change(type, "subnets", { subnets: before }, { subnets: after })).toBe(expected);
  });

  test.each([
    ["network", [], ["g"], true],
    ["network", ["g"], [], true],
    ["network", ["g"], ["h"], false],
    ["application", [], ["g"], false],
  ])("of type %s, groups %p to %p: replaced %p", (type, before, after, expected) => {
    expect(change(type, "security_groups", { security_groups: before }, { security_groups: after })).toBe(
      expected,
    );
  });

  test.each([
    ["network", [a], [a, b], false],
    ["network", [a, b], [a], true],
    ["application", [a, b], [a], false],
    ["application", [a], [b], true],
    ["application", [a], [b, { subnet_id: "c" }], true],
  ])("of type %s, mappings %p to %p: replaced %p", (type, before, after, expected) => {
    expect(change(type, "subnet_mapping", { subnet_mapping: before }, { subnet_mapping: after })).toBe(
      expected,
    );
  });

  test.each(["subnets", "security_groups", "subnet_mapping"])("is kept while %s are unknown", (attribute) => {
    expect(change("network", attribute, { [attribute]: ["a"] }, { [attribute]: unknown })).toBe(false);
  });
});

describe("A change", () => {
  test.each([
    ["aws_vpc", "instance_tenancy", { instance_tenancy: "default" }, { instance_tenancy: "dedicated" }, true],
    [
      "aws_vpc",
      "instance_tenancy",
      { instance_tenancy: "dedicated" },
      { instance_tenancy: "default" },
      false,
    ],
    ["aws_vpc", "instance_tenancy", { instance_tenancy: null }, { instance_tenancy: "default" }, false],
    [
      "aws_instance",
      "user_data",
      { user_data: "a" },
      { user_data: "b", user_data_replace_on_change: true },
      true,
    ],
    ["aws_instance", "user_data", { user_data: "a" }, { user_data: "b" }, false],
    ["aws_rds_cluster", "storage_type", {}, { engine: "aurora-mysql" }, false],
    ["aws_rds_cluster", "storage_type", {}, { engine: "mysql" }, true],
    ["aws_ssm_parameter", "tier", { tier: "Advanced" }, { tier: "Standard" }, true],
    ["aws_ssm_parameter", "tier", { tier: "Standard" }, { tier: "Advanced" }, false],
    ["aws_nat_gateway", "secondary_private_ip_address_count", {}, { connectivity_type: "private" }, true],
    ["aws_nat_gateway", "secondary_private_ip_address_count", {}, { connectivity_type: "public" }, false],
  ])("of %s.%s from %p to %p: replaced %p", (type, attribute, before, after, expected) => {
    expect(isFixed(type, attribute, before, after)).toBe(expected);
  });
});
