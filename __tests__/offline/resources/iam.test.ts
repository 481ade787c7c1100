import { iamBehaviours } from "../../../offline/resources/iam";
import { type Values } from "../../../offline/values/value";
import { anAws, make } from "./make";

describe("IAM identity", () => {
  test.each<[string, Values, string]>([
    ["aws_iam_role", { name: "task" }, "task"],
    ["aws_iam_policy", { name: "read" }, "arn:aws:iam::111111111111:policy/read"],
    ["aws_iam_user", { name: "ann" }, "ann"],
    ["aws_iam_group", { name: "admins" }, "admins"],
    ["aws_iam_instance_profile", { name: "host" }, "host"],
    ["aws_iam_role_policy", { role: "task", name: "logs" }, "task:logs"],
    ["aws_iam_user_policy", { user: "ann", name: "logs" }, "ann:logs"],
    ["aws_iam_group_policy", { group: "admins", name: "logs" }, "admins:logs"],
    ["aws_iam_role_policy_attachment", { role: "task", policy_arn: "arn:p" }, "task/arn:p"],
    [
      "aws_iam_openid_connect_provider",
      { url: "https://gitlab.com/group" },
      "arn:aws:iam::111111111111:oidc-provider/gitlab.com/group",
    ],
    [
      "aws_iam_service_linked_role",
      { aws_service_name: "ecs.amazonaws.com" },
      "arn:aws:iam::111111111111:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS",
    ],
  ])("%s has AWS's id", (type, given, id) => {
    expect(make(iamBehaviours, type, given)["id"]).toBe(id);
  });

  test.each<[string, RegExp]>([
    ["aws_iam_role", /^AROA[A-Z0-9]{17}$/],
    ["aws_iam_user", /^AIDA[A-Z0-9]{17}$/],
    ["aws_iam_group", /^AGPA[A-Z0-9]{17}$/],
    ["aws_iam_instance_profile", /^AIPA[A-Z0-9]{17}$/],
  ])("%s has a unique id of its kind", (type, form) => {
    expect(make(iamBehaviours, type, { name: "x" })["unique_id"]).toMatch(form);
  });
});

describe("aws_iam_role", () => {
  test("is the account's, in no region", () => {
    expect(make(iamBehaviours, "aws_iam_role", { name: "task" })["arn"]).toBe(
      "arn:aws:iam::111111111111:role/task",
    );
  });

  test("has its path in its ARN", () => {
    const role = make(iamBehaviours, "aws_iam_role", { name: "task", path: "/apps/" });
    expect(role["arn"]).toBe("arn:aws:iam::111111111111:role/apps/task");
  });

  test("gets a name from its prefix", () => {
    const { name, id } = make(iamBehaviours, "aws_iam_role", { name_prefix: "task-" });
    expect(name).toMatch(/^task-\d{26}$/);
    expect(id).toBe(name);
  });

  test("gets a new unique id when it is made again", () => {
    const ids = ["one", "two"].map(
      (key) => make(iamBehaviours, "aws_iam_role", { name: "task" }, anAws([], key))["unique_id"],
    );
    expect(new Set(ids).size).toBe(2);
  });
});

describe("aws_iam_service_linked_role", () => {
  test("has the suffix in its name", () => {
    const given = { aws_service_name: "autoscaling.amazonaws.com", custom_suffix: "blue" };
    expect(make(iamBehaviours, "aws_iam_service_linked_role", given)["name"]).toBe(
      "AWSServiceRoleForAutoScaling_blue",
    );
  });
});
