import { type Values } from "../values/value";
import { arn } from "./arn";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { ec2Id } from "./made-up-ids";

/**
 * A type of EC2 whose id is made up by AWS and whose ARN ends with that id.
 *
 * @param names first part of the id, and the word of the ARN where that differs: `igw internet-gateway`
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
export function ec2Kind(
  type: string,
  names: string,
  more: (given: Values, aws: AwsContext, id: string) => Values = () => ({}),
  rest: Omit<ResourceBehaviour, "type" | "create"> = {},
): ResourceBehaviour {
  const [prefix = "", word = prefix] = names.split(" ");
  return {
    ...rest,
    type,
    create(given, aws) {
      const id = ec2Id(prefix, aws);
      const made = { id, arn: arn(aws, "ec2", `${word}/${id}`), owner_id: aws.account };
      return { ...made, ...more(given, aws, id) };
    },
  };
}
