import { type Runtime } from "../model/pipeline";

/** Where jobs run. Digests pin them harder; then somebody has to keep them up to date. */
export const images: Readonly<Record<Runtime, string>> = {
  node: "node:20",
  docker: "docker:28",
  terraform: "hashicorp/terraform:1.11",
};

/** What these images lack. */
export const packages: Readonly<Record<Runtime, readonly string[]>> = {
  node: [],
  docker: ["apk add --no-cache aws-cli curl jq"],
  terraform: ["apk add --no-cache bash curl git jq nodejs npm openssl"],
};
