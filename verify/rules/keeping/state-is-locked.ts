import { isGiven, isTrue, judge } from "../attribute-rule";
import { isUnset } from "../../values/plain-values";
import { type Rule } from "../rule";
import { s3Backends } from "./settings-of";

export const stateIsLocked: Rule = {
  id: "state-is-locked",
  title: "State in S3 is locked while Terraform runs",
  severity: "error",
  controls: [],
  page: "https://developer.hashicorp.com/terraform/language/backend/s3#state-locking",
  why: "Two runs at the same time overwrite each other's state; what one of them made is then unknown to Terraform.",
  fix: "Set `use_lockfile = true` in the backend; it needs Terraform 1.10.",
  check: (environment) =>
    s3Backends(environment).map((backend) =>
      isUnset(backend.values["dynamodb_table"])
        ? judge(backend, { attribute: "use_lockfile", must: "must be true", default: false, holds: isTrue })
        : judge(backend, {
            attribute: "dynamodb_table",
            must: "must be a table",
            holds: isGiven,
            isName: true,
          }),
    ),
};
