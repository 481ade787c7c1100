import type { FieldPhrase } from "./field-schemas";

const fargate = "must be absent, because Fargate does not support it";
const awsvpc = "must be absent, because tasks on Fargate have their own network interface (awsvpc)";

const unreadable = "must be absent, because the execution role may read secrets and parameters only";

const phrases: Readonly<Record<string, FieldPhrase>> = {
  privileged: {
    must: "must be false or absent, because Fargate runs no privileged containers",
    advice: "Remove it; for tracing, linuxParameters.capabilities.add takes SYS_PTRACE.",
  },
  disableNetworking: {
    must: "must be false or absent, because Fargate does not support it",
    advice: "Remove it; security groups decide whom a task reaches.",
  },
  links: { must: awsvpc, advice: "Remove it; containers of a task reach each other at localhost." },
  hostname: { must: awsvpc, advice: "Remove it; the task's host name is given by AWS." },
  dnsServers: { must: awsvpc, advice: "Remove it; tasks use the DNS of the VPC." },
  dnsSearchDomains: { must: awsvpc, advice: "Remove it and write full host names." },
  extraHosts: { must: awsvpc, advice: "Remove it and use a DNS name instead." },
  environmentFiles: {
    must: unreadable,
    advice: 'Write the variables under "environment", and those that are secret under "secrets".',
  },
  repositoryCredentials: {
    must: unreadable,
    advice: "Remove it and copy the image to ECR, which needs no password.",
  },
  credentialSpecs: { must: unreadable, advice: "Remove it; the library runs Linux tasks without a domain." },
  "logConfiguration.secretOptions": {
    must: unreadable,
    advice: 'Remove it; the log router can read a variable set under its own "secrets".',
  },
  dockerSecurityOptions: { must: fargate, advice: "Remove it; Fargate isolates every task by itself." },
  resourceRequirements: {
    must: "must be absent, because Fargate has neither GPUs nor inference accelerators",
    advice: "Remove it; such a container needs EC2 capacity, which this library does not create.",
  },
  "linuxParameters.devices": { must: fargate, advice: "Remove it; there is no host to take devices from." },
  "linuxParameters.sharedMemorySize": {
    must: fargate,
    advice: "Remove it and mount the volume tmp instead.",
  },
  "linuxParameters.tmpfs": {
    must: fargate,
    advice:
      'Remove it and mount the writable volume tmp: { "sourceVolume": "tmp", "containerPath": "/tmp" }.',
  },
  "linuxParameters.maxSwap": {
    must: fargate,
    advice: "Remove it; raise the memory of the task if it is short.",
  },
  "linuxParameters.swappiness": {
    must: fargate,
    advice: "Remove it; raise the memory of the task if it is short.",
  },
  "portMappings.containerPortRange": {
    must: "must be absent, because security group rules name single ports",
    advice: "Write one entry with containerPort for each port.",
  },
};

/**
 * Fields that ECS knows and this library refuses, by their path without indexes.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 */
export const refusedFields: ReadonlyMap<string, FieldPhrase> = new Map(Object.entries(phrases));
