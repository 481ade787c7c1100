import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cloud } from "../../../offline/cloud/cloud";
import { type CloudResource } from "../../../offline/cloud/cloud-resource";
import { Clouds } from "../../../offline/cloud/clouds";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cloud-"));
  path = join(folder, "111111111111.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

const vpc: CloudResource = {
  key: "vpc-1",
  type: "aws_vpc",
  region: "eu-west-1",
  values: { id: "vpc-a", tags: null },
};
const group: CloudResource = {
  key: "sg-1",
  type: "aws_security_group",
  region: "eu-west-1",
  values: { id: "sg-a" },
  madeWith: "vpc-1",
};

function open(): Cloud {
  const cloud = new Cloud("111111111111", path);
  cloud.refresh();
  return cloud;
}

describe("Cloud", () => {
  test("is empty without a file", () => {
    expect([...open().everything()]).toEqual([]);
  });

  test("writes no file until something exists", () => {
    open();
    expect(existsSync(path)).toBe(false);
  });

  test("keeps what was made for the next process", async () => {
    await open().commit({ put: [vpc] });
    expect(open().get("vpc-1")).toEqual(vpc);
  });

  test("shows a change before it is on disk", async () => {
    const cloud = open();
    const written = cloud.commit({ put: [vpc] });
    expect(cloud.all("aws_vpc")).toHaveLength(1);
    await written;
  });

  test("is on disk once a change has resolved", async () => {
    await open().commit({ put: [vpc] });
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({
      version: 1,
      account: "111111111111",
      resources: { "vpc-1": { type: "aws_vpc", values: { id: "vpc-a" } } },
    });
  });

  test("takes in what a person writes into the file", async () => {
    const cloud = open();
    await cloud.commit({ put: [vpc] });
    writeFileSync(path, readFileSync(path, "utf8").replace("vpc-a", "vpc-other"));
    cloud.refresh();
    expect(cloud.find("aws_vpc", "id", "vpc-other")?.key).toBe("vpc-1");
  });

  test("loses nothing when two processes change an account", async () => {
    const [first, second] = [open(), open()];
    await Promise.all([first.commit({ put: [vpc] }), second.commit({ put: [group] })]);
    expect([...open().everything()].map(({ key }) => key).sort()).toEqual(["sg-1", "vpc-1"]);
  });

  test("removes only what was named", async () => {
    const cloud = open();
    await cloud.commit({ put: [vpc, group] });
    await cloud.commit({ remove: ["sg-1"] });
    expect([...open().everything()]).toEqual([vpc]);
  });

  test("names what AWS made along with a resource", async () => {
    const cloud = open();
    await cloud.commit({ put: [vpc, group] });
    expect(cloud.madeWith("vpc-1")).toEqual(["sg-1"]);
  });

  test.each([
    ["that is no JSON", "{", /must be JSON/],
    ["of a later version", '{"version":2,"resources":{}}', /must have version 1, got 2/],
    ["that is null", "null", /must have version 1, got nothing/],
    [
      "of another account",
      '{"version":1,"account":"222222222222","resources":{}}',
      /must have account "111111111111", like its name, got "222222222222"/,
    ],
    [
      "without resources",
      '{"version":1,"account":"111111111111","resources":null}',
      /must have an object of resources, got null/,
    ],
    [
      "with half a resource",
      '{"version":1,"account":"111111111111","resources":{"a":{"type":"aws_vpc"}}}',
      /a region and values at a, got/,
    ],
  ])("refuses a file %s and says what to do", (_, text, message) => {
    writeFileSync(path, text);
    expect(() => open()).toThrow(message);
  });

  describe("that cannot be written", () => {
    const inTheWay = () => mkdirSync(`${path}.${process.pid}.new`);
    const outOfTheWay = () => rmSync(`${path}.${process.pid}.new`, { recursive: true, force: true });

    test("says so", async () => {
      inTheWay();
      await expect(open().commit({ put: [vpc] })).rejects.toThrow(/cannot be written: .*Nothing was changed/);
    });

    test("has nothing of a change that failed, neither now nor after the next one", async () => {
      const cloud = open();
      await cloud.commit({ put: [group] });
      inTheWay();
      await cloud.commit({ put: [vpc] }).catch(() => undefined);
      outOfTheWay();
      cloud.refresh();
      expect(cloud.get("vpc-1")).toBeUndefined();
      await cloud.commit({ put: [{ ...group, key: "sg-2" }] });
      expect([...open().everything()].map(({ key }) => key)).toEqual(["sg-1", "sg-2"]);
    });
  });

  test("makes its folder again when somebody deletes it", async () => {
    const cloud = new Cloud("111111111111", join(folder, "inner", "111111111111.json"));
    await cloud.commit({ put: [vpc] });
    rmSync(join(folder, "inner"), { recursive: true });
    cloud.refresh();
    await cloud.commit({ put: [group] });
    cloud.refresh();
    expect([...cloud.everything()].map(({ key }) => key)).toEqual(["sg-1"]);
  });

  test("takes over the lock of a process that is gone", async () => {
    writeFileSync(`${path}.lock`, "999999999");
    await open().commit({ put: [vpc] });
    expect(existsSync(`${path}.lock`)).toBe(false);
  });
});

describe("A scratch cloud", () => {
  test("begins with what the file holds", async () => {
    await open().commit({ put: [vpc] });
    const scratch = new Cloud("111111111111", path, true);
    scratch.refresh();
    expect(scratch.get("vpc-1")).toEqual(vpc);
  });

  test("keeps its changes to itself", async () => {
    const scratch = new Cloud("111111111111", path, true);
    scratch.refresh();
    await scratch.commit({ put: [vpc] });
    scratch.refresh();
    expect(scratch.get("vpc-1")).toEqual(vpc);
    expect(existsSync(path)).toBe(false);
  });
});

describe("Clouds", () => {
  test("knows an account once something was made in it", async () => {
    const clouds = new Clouds(folder);
    expect(clouds.known("111111111111")).toBeUndefined();
    await clouds.open("111111111111").commit({ put: [vpc] });
    expect(new Clouds(folder).known("111111111111")?.get("vpc-1")).toEqual(vpc);
  });
});
