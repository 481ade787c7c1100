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
 * One container of a task, in AWS's own field names, with text as its author wrote it (not escaped for Terraform).
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
