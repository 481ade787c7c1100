import { providerRules } from "../../../../verify/rules/provider/rules";
import { describeRules, findingsInOurs } from "../../../support/rule-cases";

const aws = (provider: object) => ({ provider: { aws: provider } });
const withoutProvider = { "aws_sqs_queue.jobs": {} };

describeRules(providerRules, {
  "provider-is-bound-to-account": {
    passes: {
      "a number": aws({ allowed_account_ids: ["111111111111"] }),
      "a number that the caller gives": aws({ allowed_account_ids: ["${var.account}"] }),
      "a list that the caller gives": aws({ allowed_account_ids: "${var.accounts}" }),
    },
    fails: {
      nothing: [aws({ region: "eu-west-1" }), "provider.aws allowed_account_ids: nothing"],
      "an empty list": [aws({ allowed_account_ids: [] }), "provider.aws allowed_account_ids: nothing"],
      "the second of two": [
        aws([{ allowed_account_ids: ["111111111111"] }, { alias: "usa", region: "us-east-1" }]),
        "provider.aws.usa allowed_account_ids: nothing",
      ],
    },
    isNotAbout: { "files without a provider": withoutProvider },
  },
  "provider-has-default-tags": {
    passes: {
      tags: aws({ default_tags: [{ tags: { Environment: "dev" } }] }),
      "tags that the caller gives": aws({ default_tags: { tags: "${var.tags}" } }),
    },
    fails: {
      nothing: [aws({ region: "eu-west-1" }), "provider.aws default_tags: nothing"],
      "no tags": [aws({ default_tags: { tags: {} } }), "provider.aws default_tags: nothing"],
    },
    isNotAbout: { "files without a provider": withoutProvider },
  },
});

test("our own providers keep the rules", () => {
  expect(findingsInOurs(providerRules)).toEqual([]);
});
