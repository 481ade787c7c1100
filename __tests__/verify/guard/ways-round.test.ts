import { fixedAttributes, wayRound } from "../../../verify/guard/ways-round";

describe("The way round a replacement", () => {
  test.each([
    ["aws_vpc", "cidr_block", /aws_vpc_ipv4_cidr_block_association/],
    ["aws_kms_key", "multi_region", /alias/],
    ["aws_lb_target_group", "port", /only a default/],
    ["aws_alb_target_group", "protocol", /create_before_destroy/],
    ["aws_s3_bucket", "bucket", /never renamed/],
    ["aws_db_instance", "kms_key_id", /snapshot/],
    ["aws_db_instance", "timezone", /DMS/],
    ["aws_unheard_of", "name", /second resource beside it/],
  ])("by %s.%s is known", (type, attribute, way) => {
    expect(wayRound(type, attribute).way).toMatch(way);
  });

  test("has AWS's page of the call where there is no better one", () => {
    expect(wayRound("aws_eip", "domain").page).toBe(
      "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AllocateAddress.html",
    );
  });
});

describe("Fixed attributes", () => {
  test("are those that AWS cannot change in place", () => {
    expect(fixedAttributes("aws_lb", ["idle_timeout", "internal"])).toEqual(["internal"]);
  });

  test("are none of an unknown type", () => {
    expect(fixedAttributes("aws_unheard_of", ["name"])).toEqual([]);
  });
});
