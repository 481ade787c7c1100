import { execFileSystem } from "../../../config/checks/exec-file-system";
import { placesOf, saysOf } from "../support/check-cases";
import { devInput } from "../support/inputs";

describe("execFileSystem", () => {
  test("has nothing to say without exec", () => {
    expect(placesOf(execFileSystem, devInput())).toEqual([]);
  });

  test("accepts exec where the application container may be written to", () => {
    const input = devInput({
      "services.web.exec": true,
      "services.web.containers": "dev/writable.json",
      "services.web.writableContainers": { web: "Shell sessions" },
    });
    expect(placesOf(execFileSystem, input)).toEqual([]);
  });

  test("refuses exec where it may not, which is the default", () => {
    expect(saysOf(execFileSystem, devInput({ "services.web.exec": true }))).toMatchInlineSnapshot(`
     [
       "services.web.exec must be false while the application container's root file system is read-only, because sessions write there, got true. Set "readonlyRootFilesystem": false in the container file and writableContainers: { "web": "Shell sessions" }, or leave exec out.",
     ]
    `);
  });

  test("says nothing about containers that were refused", () => {
    const input = devInput({ "services.web.exec": true, "services.web.containers": "dev/missing.json" });
    expect(placesOf(execFileSystem, input)).toEqual([]);
  });
});
