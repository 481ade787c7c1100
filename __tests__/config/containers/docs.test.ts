import { readFileSync } from "node:fs";
import { join } from "node:path";
import { refusedFields } from "../../../config/containers/refused-fields";
import { TemporaryEnvironments } from "./support/temporary-environments";

const page = readFileSync(join(__dirname, "../../../docs/containers.md"), "utf8");
const [, example = ""] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
const environments = new TemporaryEnvironments();

describe("docs/containers.md", () => {
  test("has an example that is accepted", () => {
    const context = {
      account: "111111111111",
      region: "eu-west-1",
      cpu: 512,
      memoryMiB: 1024,
      port: 8080,
      privateImagesOnly: true,
    };
    expect(environments.read(example, context)).toMatchObject({
      names: ["orders", "otel-collector"],
      problems: [],
    });
  });

  test.each([...refusedFields.keys()])("says that %s is refused", (field) => {
    expect(page).toContain(field.startsWith("linuxParameters.") ? `.${field.split(".")[1]}\`` : `\`${field}`);
  });
});
