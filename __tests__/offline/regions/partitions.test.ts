import { dnsSuffix, partitionOf } from "../../../offline/regions/partitions";

describe("A partition", () => {
  test.each([
    ["eu-west-1", "aws", "amazonaws.com"],
    ["us-gov-west-1", "aws-us-gov", "amazonaws.com"],
    ["cn-north-1", "aws-cn", "amazonaws.com.cn"],
  ])("of %s is %s, its hosts end with %s", (region, partition, suffix) => {
    expect(partitionOf(region)).toBe(partition);
    expect(dnsSuffix(partition)).toBe(suffix);
  });
});
