import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { stopStackCapture } from "../../stacks/stop-stack-capture";

const root = join(__dirname, "../..");
const program = join(__dirname, "../support/print-environment.ts");

/** Output of a process of its own: in this one, the capture is stopped already. */
async function synthesizeWith(capture: "capture" | "no-capture") {
  const args = ["-r", "ts-node/register", program, capture];
  const { stdout } = await promisify(execFile)("node", args, { cwd: root, maxBuffer: 2 ** 26 });
  const [stackLines, configurations = ""] = stdout.split("\n");
  return { stackLines: Number(stackLines), configurations };
}

describe("stopStackCapture", () => {
  const withCapture = synthesizeWith("capture");
  const withoutCapture = synthesizeWith("no-capture");

  test("leaves the output as it is, byte for byte", async () => {
    const { configurations } = await withoutCapture;
    expect(configurations.length).toBeGreaterThan(10_000);
    expect(configurations === (await withCapture).configurations).toBe(true);
  }, 20_000);

  test("makes tokens forget where they were made", async () => {
    expect((await withCapture).stackLines).toBeGreaterThan(0);
    expect((await withoutCapture).stackLines).toBe(0);
  }, 20_000);

  test("says that it did", () => {
    expect(stopStackCapture()).toEqual({ isStopped: true });
  });

  test("changes nothing when it is called again", () => {
    expect([stopStackCapture(), stopStackCapture()]).toEqual([{ isStopped: true }, { isStopped: true }]);
  });
});

describe("A cdktf that stopStackCapture does not know", () => {
  const stackTrace = "cdktf/lib/tokens/private/stack-trace";

  afterEach(() => {
    jest.dontMock("cdktf/package.json");
    jest.dontMock(stackTrace);
  });

  /** What stopStackCapture says when it finds another cdktf. */
  function stopIn(version: string, module: () => object): unknown {
    jest.doMock("cdktf/package.json", () => ({ version }));
    jest.doMock(stackTrace, module);
    let result: unknown;
    jest.isolateModules(() => (result = stopStackCapture()));
    return result;
  }

  test.each(["0.20.12", "0.22.0", "1.0.0"])("is left alone in version %s", (version) => {
    const module = { captureStackTrace: () => ["here"] };
    expect(stopIn(version, () => module)).toEqual({
      isStopped: false,
      reason: `cdktf ${version} is not known to this library`,
    });
    expect(module.captureStackTrace()).toEqual(["here"]);
  });

  test("is left alone without that function", () => {
    expect(stopIn("0.21.9", () => ({}))).toEqual({
      isStopped: false,
      reason: "cdktf 0.21.9 has no function captureStackTrace",
    });
  });

  test("is left alone without that file", () => {
    const missing = () => {
      throw new Error("Cannot find module");
    };
    expect(stopIn("0.21.9", missing)).toEqual({
      isStopped: false,
      reason: "cdktf 0.21.9 has no function captureStackTrace",
    });
  });

  test("is left alone when the function cannot be replaced", () => {
    const module = Object.freeze({ captureStackTrace: () => ["here"] });
    expect(stopIn("0.21.9", () => module)).toEqual({
      isStopped: false,
      reason: "cdktf 0.21.9 does not let go of captureStackTrace",
    });
  });
});
