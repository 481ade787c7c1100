import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { EcrRepositoryPolicy } from "@cdktf/provider-aws/lib/ecr-repository-policy";
import { Fn, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { quotas } from "../../limits/quotas";
import { throwConstructProblems } from "../../problems/construct-error";
import { formatGiven } from "../../problems/problem";
import type { PolicyStatement } from "../permissions/policy-statement";
import { lifecyclePolicy, type KeptImages } from "./lifecycle-policy";

export interface ImageRepositoryProps {
  /** Name of the repository, for example `orders`. */
  readonly name: string;
  /**
   * Tags that move from image to image, one per environment in the order of promotion, at most five; all other tags can never be
   * overwritten.
   *
   * @default - none: every tag is immutable
   */
  readonly environmentTags?: readonly string[];
  /**
   * Accounts whose tasks may pull images.
   *
   * @default - this account only
   */
  readonly pullAccounts?: readonly string[];
  /**
   * Roles of other accounts that may add tags to images: what their environment runs, and that it was healthy. ECR cannot limit which tag.
   *
   * @default - none
   */
  readonly recordingRoleArns?: readonly string[];
  /**
   * Newest images to keep of those that were healthy in an environment, for each: so far back it can roll back.
   *
   * @default 100
   */
  readonly keptHealthyImages?: number;
  /**
   * Newest images to keep besides.
   *
   * @default 200
   */
  readonly keptImages?: number;
  /**
   * KMS key that encrypts the images. A change replaces the repository.
   *
   * @default - a key of ECR
   */
  readonly encryptionKeyArn?: string;
  /**
   * Whether a plan that destroys the repository fails.
   *
   * @default true
   */
  readonly preventDestroy?: boolean;
}

/**
 * A private image repository that never loses what an environment runs.
 *
 * Creates: ECR repository that scans on push, with immutable tags but for the environments' own; lifecycle policy;
 * repository policy for other accounts. Costs: by volume.
 *
 * @example
 * new ImageRepository(stack, "Orders", {
 *   name: "orders",
 *   environmentTags: ["dev", "prod"],
 *   pullAccounts: ["111111111111", "444444444444"],
 * });
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
 */
export class ImageRepository extends Construct {
  readonly arn: string;
  /** For example `999999999999.dkr.ecr.eu-west-1.amazonaws.com/orders`. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: ImageRepositoryProps) {
    super(scope, id);
    const environmentTags = props.environmentTags ?? [];
    this.checkTags(environmentTags);
    const repository = this.createRepository(props, environmentTags);
    this.arn = repository.arn;
    this.url = repository.repositoryUrl;
    this.createLifecycle(repository.name, {
      environmentTags,
      healthy: props.keptHealthyImages ?? 100,
      others: props.keptImages ?? 200,
    });
    this.createPolicy(repository.name, props);
  }

  private checkTags(tags: readonly string[]): void {
    if (tags.length <= quotas.movableTagsPerRepository) return;
    throwConstructProblems(this.node.path, [
      {
        where: "environmentTags",
        must: `must be at most ${quotas.movableTagsPerRepository} tags, the filters that ECR takes`,
        got: formatGiven(tags),
        advice: "Give further environments a repository in another account or under another name.",
      },
    ]);
  }

  private createRepository(props: ImageRepositoryProps, tags: readonly string[]): EcrRepository {
    return new EcrRepository(this, "Resource", {
      name: props.name,
      imageScanningConfiguration: { scanOnPush: true },
      imageTagMutability: tags.length > 0 ? "IMMUTABLE_WITH_EXCLUSION" : "IMMUTABLE",
      imageTagMutabilityExclusionFilter:
        tags.length > 0 ? tags.map((filter) => ({ filter, filterType: "WILDCARD" })) : undefined,
      encryptionConfiguration: props.encryptionKeyArn
        ? [{ encryptionType: "KMS", kmsKey: props.encryptionKeyArn }]
        : undefined,
      forceDelete: false,
      lifecycle: (props.preventDestroy ?? true) ? { preventDestroy: true } : undefined,
    });
  }

  private createLifecycle(repository: string, kept: KeptImages): void {
    const policy = new TerraformLocal(this, "LifecycleRules", lifecyclePolicy(kept));
    new EcrLifecyclePolicy(this, "Lifecycle", { repository, policy: Fn.jsonencode(policy.expression) });
  }

  private createPolicy(
    repository: string,
    { pullAccounts = [], recordingRoleArns = [] }: ImageRepositoryProps,
  ): void {
    const statement = [
      ...(pullAccounts.length > 0 ? [letPull(pullAccounts)] : []),
      ...(recordingRoleArns.length > 0 ? [letRecord(recordingRoleArns)] : []),
    ];
    if (statement.length === 0) return;
    const document = new DataAwsIamPolicyDocument(this, "PolicyDocument", { statement });
    new EcrRepositoryPolicy(this, "Policy", { repository, policy: document.json });
  }
}

function letPull(accounts: readonly string[]): PolicyStatement {
  return {
    sid: "EnvironmentsPull",
    actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
    principals: [{ type: "AWS", identifiers: accounts.map(rootOf) }],
  };
}

/** By condition: ECR refuses a principal that does not exist yet, and roles are made after the repository. */
function letRecord(roleArns: readonly string[]): PolicyStatement {
  const accounts = new Set(roleArns.map((arn) => arn.split(":")[4] ?? ""));
  return {
    sid: "DeploysRecord",
    actions: ["ecr:DescribeImages", "ecr:PutImage"],
    principals: [{ type: "AWS", identifiers: [...accounts].map(rootOf) }],
    condition: [{ test: "ArnEquals", variable: "aws:PrincipalArn", values: [...roleArns] }],
  };
}

function rootOf(account: string): string {
  return `arn:aws:iam::${account}:root`;
}
