import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { fieldsOf } from "../values/fields-of";
import { isOpen, isUnset, itemsOf } from "../values/plain-values";
import { type Value } from "../values/value";
import { identityOf } from "./identity";

/** Prefix lists of the account's own. @see https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html */
export class PrefixLists {
  private readonly entries = new Map<string, Value[]>();

  constructor(environment: EnvironmentFiles) {
    for (const list of environment.all("aws_ec2_managed_prefix_list")) {
      const inline = itemsOf(list.values["entry"]).map((entry) =>
        isOpen(entry) ? entry : fieldsOf(entry)["cidr"],
      );
      this.entries.set(
        list.place,
        inline.filter((cidr) => !isUnset(cidr)),
      );
    }
    for (const { values } of environment.all("aws_ec2_managed_prefix_list_entry")) {
      const { prefix_list_id: list, cidr } = values;
      if (!isUnset(list) && !isUnset(cidr)) this.entries.get(identityOf(list))?.push(cidr);
    }
  }

  /** The blocks in a list; absent when it is made elsewhere. */
  entriesOf(list: Resource): readonly Value[] | undefined {
    return this.entries.get(list.place);
  }
}
