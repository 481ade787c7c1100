/** What follows the last separator: the name in an ARN. */
export function afterLast(separator: string, value: string): string {
  return value.slice(value.lastIndexOf(separator) + 1);
}
