import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { EcrRepositoryPolicy } from "@cdktf/provider-aws/lib/ecr-repository-policy";
import { ImageRepository, type ImageRepositoryProps } from "../../../constructs/delivery/image-repository";
import { lifecyclePolicy } from "../../../constructs/delivery/lifecycle-policy";
import { synthesize } from "../../../testing/synthesize";

function synthesizeRepository(props: Partial<ImageRepositoryProps> = {}) {
  return synthesize((stack) => {
    new ImageRepository(stack, "Orders", { name: "orders", ...props });
  });
}

function aRepository(props: Partial<ImageRepositoryProps> = {}) {
  return synthesizeRepository(props).only(EcrRepository);
}

describe("ImageRepository", () => {
  test("scans images when they are pushed", () => {
    expect(aRepository()).toMatchObject({ image_scanning_configuration: { scan_on_push: true } });
  });

  test("is not deleted with images in it", () => {
    expect(aRepository()).toMatchObject({ force_delete: false });
  });

  test("is encrypted with a key of ECR by default", () => {
    expect(aRepository()).not.toHaveProperty("encryption_configuration");
  });

  test("is encrypted with the key it is given", () => {
    expect(aRepository({ encryptionKeyArn: "arn:key" })).toMatchObject({
      encryption_configuration: [{ encryption_type: "KMS", kms_key: "arn:key" }],
    });
  });

  test.each([
    [undefined, { prevent_destroy: true }],
    [true, { prevent_destroy: true }],
    [false, undefined],
  ])("with preventDestroy %p has the lifecycle %j", (preventDestroy, lifecycle) => {
    expect(aRepository({ preventDestroy })["lifecycle"]).toEqual(lifecycle);
  });
});

describe("The tags of a repository", () => {
  test("never move by default", () => {
    const repository = aRepository();
    expect(repository).toMatchObject({ image_tag_mutability: "IMMUTABLE" });
    expect(repository).not.toHaveProperty("image_tag_mutability_exclusion_filter");
  });

  test("move for environments only", () => {
    expect(aRepository({ environmentTags: ["dev", "prod"] })).toMatchObject({
      image_tag_mutability: "IMMUTABLE_WITH_EXCLUSION",
      image_tag_mutability_exclusion_filter: [
        { filter: "dev", filter_type: "WILDCARD" },
        { filter: "prod", filter_type: "WILDCARD" },
      ],
    });
  });

  test("may move for five environments", () => {
    expect(() => aRepository({ environmentTags: ["a", "b", "c", "d", "e"] })).not.toThrow();
  });

  test("are refused for six environments, with place, rule, value and advice", () => {
    const environmentTags = ["a", "b", "c", "d", "e", "f"];
    expect(() => aRepository({ environmentTags })).toThrowErrorMatchingInlineSnapshot(`
     "test-stack/Orders: 1 problem
       environmentTags  must be at most 5 tags, the filters that ECR takes, got ["a","b","c","d","e","f"]. Give further environments a repository in another account or under another name."
    `);
  });
});

describe("The lifecycle of a repository", () => {
  test("keeps what the environments run, 100 images that were healthy in each, and 200 more by default", () => {
    const environmentTags = ["dev"];
    expect(synthesizeRepository({ environmentTags }).local("orders_lifecycle_rules")).toEqual(
      lifecyclePolicy({ environmentTags, healthy: 100, others: 200 }),
    );
  });

  test("takes the numbers of images to keep", () => {
    const synthesis = synthesizeRepository({ keptImages: 50, keptHealthyImages: 20 });
    expect(synthesis.local("orders_lifecycle_rules")).toEqual(
      lifecyclePolicy({ environmentTags: [], healthy: 20, others: 50 }),
    );
  });

  test("belongs to the repository", () => {
    expect(synthesizeRepository().only(EcrLifecyclePolicy)).toMatchObject({
      repository: "${aws_ecr_repository.orders.name}",
      policy: "${jsonencode(local.orders_lifecycle_rules)}",
    });
  });
});

describe("The policy of a repository", () => {
  test("is not there for its own account alone", () => {
    expect(synthesizeRepository().count(EcrRepositoryPolicy)).toBe(0);
  });

  test("lets the accounts pull and nothing more", () => {
    const synthesis = synthesizeRepository({ pullAccounts: ["111111111111", "222222222222"] });
    expect(synthesis.only(EcrRepositoryPolicy)).toMatchObject({
      repository: "${aws_ecr_repository.orders.name}",
      policy: "${data.aws_iam_policy_document.orders_policy_document.json}",
    });
    expect(synthesis.dataSources(DataAwsIamPolicyDocument)["orders_policy_document"]?.["statement"]).toEqual([
      {
        sid: "EnvironmentsPull",
        actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        principals: [
          { type: "AWS", identifiers: ["arn:aws:iam::111111111111:root", "arn:aws:iam::222222222222:root"] },
        ],
      },
    ]);
  });

  test("lets exactly the deploy roles add tags", () => {
    const roles = [
      "arn:aws:iam::111111111111:role/dev-orders-deploy",
      "arn:aws:iam::222222222222:role/sit-orders-deploy",
    ];
    const synthesis = synthesizeRepository({ recordingRoleArns: roles });
    expect(synthesis.dataSources(DataAwsIamPolicyDocument)["orders_policy_document"]?.["statement"]).toEqual([
      {
        sid: "DeploysRecord",
        actions: ["ecr:DescribeImages", "ecr:PutImage"],
        principals: [
          { type: "AWS", identifiers: ["arn:aws:iam::111111111111:root", "arn:aws:iam::222222222222:root"] },
        ],
        condition: [{ test: "ArnEquals", variable: "aws:PrincipalArn", values: roles }],
      },
    ]);
  });
});
