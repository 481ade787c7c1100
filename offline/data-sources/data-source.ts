import { type AwsContext } from "../resources/behaviour";
import { type Refusal } from "../rules/rule";
import { type Values } from "../values/value";

/** What a data source answers, or AWS's no. */
export type Answer = { readonly values: Values; readonly assumed?: string } | { readonly refusal: Refusal };

/** What AWS and the provider know while a data source is read. */
export interface DataContext extends AwsContext {
  /** The provider's `default_tags`, for the data source that shows them. @default - none */
  readonly defaultTags?: Values;
}

/**
 * One type of data source. Looks into the cloud first; what a layout takes for granted (a public zone, an AMI) is assumed to
 * exist, with stable made-up values, and `assumed` says so in a few words: `Route 53 zone "dev.example.com"`.
 */
export interface DataSource {
  /** Without `data.`: `aws_availability_zones`. */
  readonly type: string;
  read(configuration: Values, aws: DataContext): Answer;
}
