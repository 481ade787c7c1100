import { isAddressOf } from "../../../verify/settings/waiver";

describe("The address of a waiver", () => {
  test.each([
    ["dev-network/aws_lb.public", "dev-network/aws_lb.public"],
    ["*/aws_lb.public", "prod-network/aws_lb.public"],
    ["dev-network/aws_subnet.a[*]", "dev-network/aws_subnet.a[0]"],
    ["dev-network/aws_subnet.a[*]", 'dev-network/aws_subnet.a["eu-west-1a"]'],
    ["*/module.vpc[*].aws_subnet.a[*]", 'dev-network/module.vpc["a/b"].aws_subnet.a[12]'],
    ['dev-network/aws_subnet.a["x/y"]', 'dev-network/aws_subnet.a["x/y"]'],
    ["dev-network", "dev-network"],
    ["*", "dev-network"],
  ])("%s means %s", (address, place) => {
    expect(isAddressOf(address, place)).toBe(true);
  });

  test.each([
    ["dev-network/aws_lb.public", "dev-network/aws_lb.public2"],
    ["dev-network/aws_lb.public", "dev-network/aws_lb-public"],
    ["*/aws_lb.public", "dev-network/data.aws_lb.public"],
    ["dev-network/aws_subnet.a[*]", "dev-network/aws_subnet.a"],
    ["dev-network/aws_subnet.a[*]", "dev-network/aws_subnet.a[0].b[1]"],
    ["dev-network/aws_subnet.a", "dev-network/aws_subnet.a[0]"],
    ["dev-network", "dev-network/aws_lb.public"],
    ["*", "dev-network/aws_lb.public"],
  ])("%s does not mean %s", (address, place) => {
    expect(isAddressOf(address, place)).toBe(false);
  });
});
