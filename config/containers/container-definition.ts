/** Any JSON value; container definitions keep AWS's own field names. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface ContainerVariable {
  readonly name: string;
  readonly value: string;
}

export interface ContainerSecret {
  readonly name: string;
  readonly valueFrom: string;
}

export interface ContainerPortMapping {
  readonly containerPort: number;
  readonly hostPort?: number;
  readonly protocol?: "tcp" | "udp";
  readonly name?: string;
  readonly appProtocol?: "http" | "http2" | "grpc";
}

/**
 * One checked entry of a container JSON file, in AWS's own field names. Text is as the developer wrote it: not escaped for Terraform.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export interface ContainerDefinition {
  readonly name: string;
  readonly image?: string;
  readonly environment?: readonly ContainerVariable[];
  readonly secrets?: readonly ContainerSecret[];
  readonly portMappings?: readonly ContainerPortMapping[];
  readonly cpu?: number;
  readonly memory?: number;
  readonly memoryReservation?: number;
  readonly essential?: boolean;
  readonly readonlyRootFilesystem?: boolean;
  readonly stopTimeout?: number;
  readonly [field: string]: unknown;
}
