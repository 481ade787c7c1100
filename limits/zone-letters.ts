/** Regions with other availability zones than a, b and c. */
const exceptions: ReadonlyMap<string, string> = new Map([
  ["ap-northeast-1", "abcd"],
  ["ap-northeast-2", "abcd"],
  ["ca-central-1", "abd"],
  ["us-east-1", "abcdef"],
  ["us-west-2", "abcd"],
]);

/**
 * Letters of a region's availability zones. An account may lack one of them where AWS gives new accounts fewer: Tokyo's b, and one of
 * Northern California's three.
 *
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
export function zoneLetters(region: string): readonly string[] {
  return [...(exceptions.get(region) ?? "abc")];
}
