/** What people call a thing with a long ARN: `dev-orders:13` of a revision, the id of a task or deployment. */
export function shortName(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
