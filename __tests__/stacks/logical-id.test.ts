import { logicalId } from "../../stacks/logical-id";

describe("logicalId", () => {
  test.each([
    [["Network", "Vpc"], "network_vpc"],
    [["PublicLoadBalancer", "SecurityGroup", "Resource"], "public_load_balancer_security_group"],
    [["PublicLoadBalancer", "Resource", "Resource"], "public_load_balancer"],
    [["Keys", "ResourcePolicy"], "keys_resource_policy"],
    [["order-history", "Template", "Containers"], "order_history_template_containers"],
    [["orders", "To-endpoints-on-443", "Egress"], "orders_to_endpoints_on_443_egress"],
    [["Domain", "Alias-shop.dev.example.com"], "domain_alias_shop_dev_example_com"],
    [["To-0.0.0.0--0-on-443"], "to_0_0_0_0_0_on_443"],
    [["cross-stack-output-aws_vpc.network_vpc.id"], "aws_vpc_network_vpc_id"],
    [["cross-stack-reference-input-network"], "network"],
    [["S3Endpoint"], "s3_endpoint"],
    [["1password"], "_1password"],
    [["api", "resource"], "api_resource"],
    [["MyURLs"], "my_urls"],
  ])("of %j is %s", (path, id) => {
    expect(logicalId(path)).toBe(id);
  });

  test.each([[["a", "Resource"]], [["A-B", "C"]], [["7"]], [["ä", "b"]]])(
    "of %j is a name that Terraform takes",
    (path) => {
      expect(logicalId(path)).toMatch(/^[a-z_][a-z0-9_]*$/);
    },
  );
});
