import { type CloudResource } from "../../../offline/cloud/cloud-resource";
import { behaviours } from "../../../offline/resources/behaviours";
import { type Values } from "../../../offline/values/value";
import { anAwsContext, existing } from "./an-aws-context";

const vpc = existing("aws_vpc", {
  id: "vpc-1",
  default_security_group_id: "sg-default",
  default_route_table_id: "rtb-main",
  main_route_table_id: "rtb-main",
  dhcp_options_id: "dopt-1",
});
const subnet = existing("aws_subnet", {
  id: "subnet-1",
  vpc_id: "vpc-1",
  cidr_block: "10.0.1.0/24",
  availability_zone: "eu-west-1a",
});

function made(type: string, given: Values, ...resources: readonly CloudResource[]): Values {
  return behaviours.get(type)?.create(given, anAwsContext(...resources)) ?? {};
}

describe("A VPC", () => {
  const values = made("aws_vpc", {});
  const companions = behaviours.get("aws_vpc")?.companions?.(values, anAwsContext()) ?? [];

  test.each([
    ["aws_security_group", "default_security_group_id"],
    ["aws_route_table", "main_route_table_id"],
    ["aws_network_acl", "default_network_acl_id"],
  ])("comes with the %s of its %s", (type, attribute) => {
    expect(companions.find((companion) => companion.type === type)?.values["id"]).toBe(values[attribute]);
  });

  test("shares the DHCP options of its region", () => {
    expect(made("aws_vpc", {}, vpc)["dhcp_options_id"]).toBe("dopt-1");
  });
});

describe("What AWS made along with a VPC", () => {
  test("is taken over as the default security group", () => {
    const group = made("aws_default_security_group", { vpc_id: "vpc-1" }, vpc);
    expect(group["arn"]).toBe("arn:aws:ec2:eu-west-1:111111111111:security-group/sg-default");
  });

  test("is taken over as the default route table", () => {
    const table = made("aws_default_route_table", { default_route_table_id: "rtb-main" }, vpc);
    expect(table).toMatchObject({ id: "rtb-main", vpc_id: "vpc-1" });
  });
});

describe("A load balancer", () => {
  test.each([
    [{ name: "dev" }, /^dev-\d{9}\.eu-west-1\.elb\.amazonaws\.com$/],
    [{ name: "dev", internal: true }, /^internal-dev-\d{9}\.eu-west-1\.elb\.amazonaws\.com$/],
    [{ name: "dev", load_balancer_type: "network" }, /^dev-[0-9a-f]{16}\.elb\.eu-west-1\.amazonaws\.com$/],
  ])("%j has a name of AWS's form", (given, host) => {
    expect(made("aws_lb", given)["dns_name"]).toMatch(host);
  });

  test("lies in the hosted zone of its region", () => {
    expect(made("aws_lb", {})["zone_id"]).toBe("Z32O12XQLNTSW2");
  });

  test("is in the VPC of its subnets", () => {
    expect(made("aws_lb", { subnets: ["subnet-1"] }, subnet)["vpc_id"]).toBe("vpc-1");
  });

  test("ends its ARN with its suffix", () => {
    const { arn, arn_suffix: suffix } = made("aws_lb", { name: "dev" });
    expect(String(arn).endsWith(`:loadbalancer/${String(suffix)}`)).toBe(true);
  });
});

describe("A listener rule without a priority", () => {
  test("comes after the last of its listener", () => {
    const taken = existing("aws_lb_listener_rule", { id: "1", listener_arn: "arn:listener", priority: 7 });
    expect(made("aws_lb_listener_rule", { listener_arn: "arn:listener" }, taken)["priority"]).toBe(8);
  });
});

describe("A NAT gateway", () => {
  test("has the address of its allocation", () => {
    const address = existing("aws_eip", { id: "eip-1", allocation_id: "eip-1", public_ip: "198.18.0.9" });
    expect(made("aws_nat_gateway", { allocation_id: "eip-1" }, address)["public_ip"]).toBe("198.18.0.9");
  });

  test("has a private address in its subnet", () => {
    expect(made("aws_nat_gateway", { subnet_id: "subnet-1" }, subnet)["private_ip"]).toMatch(
      /^10\.0\.1\.\d+$/,
    );
  });
});

describe("A subnet", () => {
  test("has the id of its zone", () => {
    const given = { availability_zone: "eu-west-1b" };
    expect(made("aws_subnet", given)["availability_zone_id"]).toBe("euw1-az2");
  });
});

describe("A VPC endpoint", () => {
  test("for a gateway has the prefix list of its service", () => {
    const given = { service_name: "com.amazonaws.eu-west-1.s3", vpc_endpoint_type: "Gateway" };
    expect(made("aws_vpc_endpoint", given)["prefix_list_id"]).toBe("pl-6da54004");
  });

  test("for interfaces has one in each subnet", () => {
    const given = { vpc_endpoint_type: "Interface", subnet_ids: ["subnet-1", "subnet-2"] };
    expect(new Set(Object.values(made("aws_vpc_endpoint", given)["network_interface_ids"] ?? [])).size).toBe(
      2,
    );
  });

  test("with private DNS answers at the service's own name", () => {
    const given = {
      service_name: "com.amazonaws.eu-west-1.ecr.api",
      vpc_endpoint_type: "Interface",
      private_dns_enabled: true,
    };
    expect(JSON.stringify(made("aws_vpc_endpoint", given)["dns_entry"])).toContain(
      '"api.ecr.eu-west-1.amazonaws.com"',
    );
  });
});

describe("A certificate", () => {
  test("proves a domain and its wildcard by one record", () => {
    const given = {
      domain_name: "a.example",
      subject_alternative_names: ["*.a.example"],
      validation_method: "DNS",
    };
    const options = Object.values(made("aws_acm_certificate", given)["domain_validation_options"] ?? []);
    const records = options.map((option) => JSON.stringify({ ...Object(option), domain_name: "" }));
    expect([options.length, new Set(records).size]).toEqual([2, 1]);
  });
});

describe("A record", () => {
  test("gets the name of its zone", () => {
    const zone = existing("aws_route53_zone", { id: "Z1", zone_id: "Z1", name: "dev.internal" });
    const given = { zone_id: "Z1", name: "db", type: "A" };
    expect(made("aws_route53_record", given, zone)["fqdn"]).toBe("db.dev.internal");
  });
});

describe("A key alias", () => {
  test("leads to the ARN of its key", () => {
    expect(made("aws_kms_alias", { name: "alias/dev", target_key_id: "1234" })["target_key_arn"]).toBe(
      "arn:aws:kms:eu-west-1:111111111111:key/1234",
    );
  });
});

describe("A bucket", () => {
  test("has a name in its region", () => {
    expect(made("aws_s3_bucket", { bucket: "dev" })["bucket_regional_domain_name"]).toBe(
      "dev.s3.eu-west-1.amazonaws.com",
    );
  });
});

describe("Addresses of a subnet", () => {
  const small = existing("aws_subnet", { id: "subnet-2", vpc_id: "vpc-1", cidr_block: "10.0.2.0/28" });

  test("are given to one each, until none is left", () => {
    const gateways: CloudResource[] = [];
    for (let at = 0; at < 11; at++) {
      const values = made("aws_nat_gateway", { subnet_id: "subnet-2" }, small, ...gateways);
      gateways.push(existing("aws_nat_gateway", { ...values, id: `nat-${at}` }));
    }
    const addresses = gateways.map(({ values }) => values["private_ip"]);
    expect(new Set(addresses)).toEqual(new Set(Array.from({ length: 11 }, (_, at) => `10.0.2.${at + 4}`)));
  });

  test("include those of file systems", () => {
    const values = made("aws_efs_mount_target", { subnet_id: "subnet-2" }, small);
    expect(values["ip_address"]).toMatch(/^10\.0\.2\.\d+$/);
  });
});
