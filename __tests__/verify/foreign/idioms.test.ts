import { parse } from "@cdktf/hcl2json";
import { readEstate } from "../../../verify/estate/read-estate";
import { showValue } from "../../../verify/values/show-value";

const surroundings = `
variable "zones" {
  default = ["a", "b"]
}
variable "sizes" {
  default = { small = 256, big = "1024" }
}
variable "public" {
  default = false
}
variable "told" {}
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "zone" {
  count      = length(var.zones)
  cidr_block = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
}
resource "aws_subnet" "named" {
  for_each = toset(var.zones)
}
resource "aws_eip" "maybe" {
  count = var.public ? 1 : 0
}
resource "aws_eip" "once" {
  count = var.public ? 0 : 1
}
resource "aws_eip" "untold" {
  count = var.told ? 1 : 0
}
resource "aws_acm_certificate" "main" {}
resource "aws_route53_record" "check" {
  for_each = { for one in aws_acm_certificate.main.domain_validation_options : one.domain_name => one }
}
`;

/** What an expression stands for, as it is shown. */
async function shown(expression: string): Promise<string> {
  const text = `${surroundings}\nresource "aws_x" "probe" {\n  value = ${expression}\n}`;
  const configuration = Object(await parse("main.tf", text));
  const stack = { name: "shop", folder: "/shop", dependencies: [], configuration };
  const [environment] = readEstate([stack]).environments;
  return showValue(environment?.at("shop/aws_x.probe")?.values["value"]);
}

describe("Plain Terraform", () => {
  test.each<[string, string]>([
    ["aws_subnet.zone.*.id", "[aws_subnet.zone[0].id, aws_subnet.zone[1].id]"],
    ["aws_subnet.zone[*].id", "[aws_subnet.zone[0].id, aws_subnet.zone[1].id]"],
    ["[for one in aws_subnet.zone : one.id]", "[aws_subnet.zone[0].id, aws_subnet.zone[1].id]"],
    ["values(aws_subnet.named)[*].id", '[aws_subnet.named["a"].id, aws_subnet.named["b"].id]'],
    ["element(aws_subnet.zone.*.id, 3)", "aws_subnet.zone[1].id"],
    ["aws_subnet.zone[0].id", "aws_subnet.zone[0].id"],
    ["aws_subnet.zone.0.id", "aws_subnet.zone[0].id"],
    ["one(aws_eip.maybe[*].id)", "nothing"],
    ["one(aws_eip.once[*].id)", "aws_eip.once[0].id"],
    ['join("", aws_eip.once.*.id)', '"${aws_eip.once[0].id}"'],
    ["try(aws_eip.maybe[0].id, null)", "nothing"],
    ["aws_eip.untold[0].id", "aws_eip.untold[*].id"],
    ["aws_route53_record.check[*].fqdn", "[aws_route53_record.check[*].fqdn]"],
    ['lookup(var.sizes, "small", 512)', "256"],
    ['lookup(var.sizes, "huge", 512)', "512"],
    ["var.public ? 1 : 0", "0"],
    ['"shop-${terraform.workspace}"', '"shop-${terraform.workspace}"'],
    ['file("${path.module}/policy.json")', 'file("${path.module}/policy.json")'],
    ['templatefile("a.tpl", { b = 1 })', 'templatefile("a.tpl", { b = 1 })'],
    ['<<-EOF\n    { "a": "${var.zones[0]}" }\n  EOF', '"{ \\"a\\": \\"a\\" }\\n"'],
    ["jsonencode({ a = aws_vpc.main.id })", "jsonencode({ a })"],
    ['merge(var.sizes, { big = 2 })["big"]', "2"],
    ["data.aws_availability_zones.open.names[0]", "data.aws_availability_zones.open.names.0"],
    ["module.unread.ids[0]", "module.unread.ids.0"],
    ["aws_vpc.gone.id", "aws_vpc.gone.id"],
  ])("%s is %s", async (expression, expected) => {
    expect(await shown(expression)).toBe(expected);
  });
});
