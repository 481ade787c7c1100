import { ecrBehaviours } from "../../../offline/resources/ecr";
import { anAws, make } from "./make";

describe("aws_ecr_repository", () => {
  test("is pulled from its account's registry in its region", () => {
    expect(make(ecrBehaviours, "aws_ecr_repository", { name: "team/shop" })).toMatchObject({
      id: "team/shop",
      arn: "arn:aws:ecr:eu-west-1:111111111111:repository/team/shop",
      registry_id: "111111111111",
      repository_url: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/team/shop",
    });
  });

  test("is pulled from China's domain there", () => {
    const china = { ...anAws([], "one", "cn-north-1"), partition: "aws-cn" };
    expect(make(ecrBehaviours, "aws_ecr_repository", { name: "shop" }, china)).toMatchObject({
      arn: "arn:aws-cn:ecr:cn-north-1:111111111111:repository/shop",
      repository_url: "111111111111.dkr.ecr.cn-north-1.amazonaws.com.cn/shop",
    });
  });
});

describe("ECR policies", () => {
  test.each(["aws_ecr_lifecycle_policy", "aws_ecr_repository_policy"])(
    "%s is named after its repository",
    (type) => {
      expect(make(ecrBehaviours, type, { repository: "shop" })).toMatchObject({
        id: "shop",
        registry_id: "111111111111",
      });
    },
  );

  test("the registry's is one per account", () => {
    expect(make(ecrBehaviours, "aws_ecr_registry_policy", {})["id"]).toBe("111111111111");
  });
});
