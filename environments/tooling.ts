import { defineTooling } from "../config/define-tooling";

/** Owns the image repositories that all environments pull from. */
export const tooling = defineTooling({
  account: "999999999999",
  region: "eu-west-1",
  tags: { Team: "platform" },
  repositories: ["otel-collector"],
});
