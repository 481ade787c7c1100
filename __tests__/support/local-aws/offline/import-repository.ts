import { newRepository } from "../ecr/repository";
import { type Region } from "../region";
import { type Reader } from "./values-reader";

export function importRepository(region: Region, values: Reader): void {
  const name = values.text("name") ?? "";
  const movableTags =
    values.text("image_tag_mutability") === "MUTABLE"
      ? ["*"]
      : values.blocks("image_tag_mutability_exclusion_filter").map((filter) => filter.text("filter") ?? "");
  region.repositories.set(name, newRepository(region, name, { accounts: [], movableTags }));
}

/** Which accounts may do what is not read: the roles' own policies say it. */
export function importRepositoryPolicy(region: Region, values: Reader): void {
  const repository = region.repositories.get(values.text("repository") ?? "");
  const accounts = (values.text("policy") ?? "").matchAll(/arn:aws:iam::(\d{12}):/g);
  for (const [, account = ""] of accounts) repository?.accounts.add(account);
}
