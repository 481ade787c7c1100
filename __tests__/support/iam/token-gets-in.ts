import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { z } from "zod";
import type { Synthesis } from "../../../testing/synthesis";
import { holds } from "./evaluate-policy";

/** What a CI's token says, or which role asks. */
export type Asking =
  { readonly issuer: string; readonly aud: string; readonly sub: string } | { readonly roleArn: string };

const document = z.object({
  statement: z.array(
    z.object({
      actions: z.array(z.string()),
      principals: z.array(z.object({ type: z.string(), identifiers: z.array(z.string()) })),
      condition: z
        .array(z.object({ test: z.string(), variable: z.string(), values: z.array(z.string()) }))
        .default([]),
    }),
  ),
});

/** Whether a role's trust policy, a policy document of a synthesis, lets somebody in. */
export function getsIn(synthesis: Synthesis, trust: string, asking: Asking): boolean {
  const { statement } = document.parse(synthesis.dataSources(DataAwsIamPolicyDocument)[trust]);
  const { action, principals, context } = requestOf(asking);
  return statement.some(
    ({ actions, principals: trusted, condition }) =>
      actions.includes(action) &&
      trusted.some(({ identifiers }) =>
        identifiers.some((one) => principals.some((pattern) => pattern.test(one))),
      ) &&
      condition.every((one) => holds(one, context)),
  );
}

function requestOf(asking: Asking) {
  if ("roleArn" in asking) {
    const account = asking.roleArn.split(":")[4] ?? "";
    return {
      action: "sts:AssumeRole",
      principals: [new RegExp(`^arn:aws:iam::${account}:root$`)],
      context: { "aws:PrincipalArn": [asking.roleArn] },
    };
  }
  const name = asking.issuer.replace("https://", "");
  return {
    action: "sts:AssumeRoleWithWebIdentity",
    principals: [new RegExp(`^arn:aws:iam::\\d{12}:oidc-provider/${name.replaceAll(".", "\\.")}$`)],
    context: { [`${name}:aud`]: [asking.aud], [`${name}:sub`]: [asking.sub] },
  };
}
