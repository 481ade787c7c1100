import { type ReplacementRow } from "./replacement-table";

/**
 * Rows for types of one service.
 *
 * @param guide the service's part of the address, such as `AmazonECS/latest`; its pages are in `APIReference`, or where the third part says
 * @param calls per type: the call whose page lacks the parameters, then the attributes
 */
export function rowsOf(
  guide: string,
  calls: Readonly<Record<string, readonly [call: string, ...attributes: readonly string[]]>>,
): readonly ReplacementRow[] {
  return Object.entries(calls).map(([type, [call, ...attributes]]) => ({
    type,
    attributes,
    documentation: `https://docs.aws.amazon.com/${guide.split("/").length > 2 ? guide : `${guide}/APIReference`}/API_${call}.html`,
  }));
}
