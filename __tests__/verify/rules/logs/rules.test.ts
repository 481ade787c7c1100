import { logsRules } from "../../../../verify/rules/logs/rules";
import { describeRules, findingsInOurs, type RuleCase } from "../../../support/rule-cases";

const logs = (body: Readonly<Record<string, unknown>>, others: RuleCase = {}): RuleCase => ({
  ...others,
  "aws_cloudwatch_log_group.app": body,
});
const noLogs: RuleCase = { "aws_vpc.main": {} };

describeRules(logsRules, {
  "log-groups-have-retention": {
    passes: { "some days": logs({ retention_in_days: 30 }) },
    fails: {
      "nothing said": [logs({}), "aws_cloudwatch_log_group.app retention_in_days: nothing, which means 0"],
      "zero, which keeps everything": [
        logs({ retention_in_days: 0 }),
        "aws_cloudwatch_log_group.app retention_in_days: 0",
      ],
      "days that the files do not tell": [
        logs({ retention_in_days: "${var.days}" }),
        "aws_cloudwatch_log_group.app retention_in_days: var.days",
      ],
    },
    isNotAbout: { "files without log groups": noLogs },
  },
  "log-groups-keep-a-year": {
    passes: {
      "a year": logs({ retention_in_days: 365 }),
      "a local value": logs({ retention_in_days: "${local.days}" }, { locals: { days: 400 } }),
      everything: logs({ retention_in_days: 0 }),
    },
    fails: {
      "half a year": [
        logs({ retention_in_days: 180 }),
        "aws_cloudwatch_log_group.app retention_in_days: 180",
      ],
    },
    isNotAbout: { "files without log groups": noLogs },
  },
  "log-groups-have-a-key": {
    passes: {
      "a key": logs({ kms_key_id: "${aws_kms_key.logs.arn}" }, { "aws_kms_key.logs": {} }),
      "an alias": logs({ kms_key_id: "arn:aws:kms:eu-west-1:111111111111:alias/logs" }),
    },
    fails: {
      "nothing said": [logs({}), "aws_cloudwatch_log_group.app kms_key_id: nothing"],
      "a key that the files do not tell": [
        logs({ kms_key_id: "${var.key}" }),
        "aws_cloudwatch_log_group.app kms_key_id: var.key",
      ],
    },
    isNotAbout: { "files without log groups": noLogs },
  },
});

test("our environments pass", () => expect(findingsInOurs(logsRules)).toEqual([]));
