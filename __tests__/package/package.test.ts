import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { repository, runCommand } from "../support/run-command";

/** What another team writes: a stack of its own with two of our constructs. */
const consumer = `
import { App } from "cdktf";
import { AccountStack, BackendService, Cluster, InternalLoadBalancer, Network } from "cdktf-ecs-environments";

class Orders extends AccountStack {
  constructor(app: App) {
    const account = "123456789012";
    const region = "eu-west-1";
    super(app, "orders", { owner: "dev", account, region, state: { kind: "local" }, tags: {} });
    const network = new Network(this, "Network", {
      name: "dev", account, region, cidrBlock: "10.20.0.0/16", interfaceEndpoints: ["ecr.api", "ecr.dkr", "logs"],
    });
    const internalLoadBalancer = new InternalLoadBalancer(this, "InternalLoadBalancer", {
      name: "dev", vpcId: network.vpcId, privateSubnetIds: network.privateSubnetIds,
    });
    new BackendService(this, "Orders", {
      environment: "dev", name: "orders", account, region,
      cluster: new Cluster(this, "Cluster", { name: "dev" }), network, internalLoadBalancer,
      containers: [{ name: "orders" }], port: 8080,
      image: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/orders:dev",
      seedImage: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/seed:1",
    });
  }
}

const app = new App({ outdir: "out" });
new Orders(app);
app.synth();
`;

const tsconfig = {
  compilerOptions: { target: "ES2022", module: "commonjs", strict: true, skipLibCheck: false, types: [] },
  files: ["main.ts"],
};

const peers = ["cdktf", "constructs", "@cdktf/provider-aws"];

describe("The published package", () => {
  const folder = mkdtempSync(join(tmpdir(), "consumer-"));
  const tarballs = join(folder, "tarballs");

  beforeAll(() => {
    mkdirSync(tarballs);
    expect(runCommand("npm", ["pack", "--pack-destination", tarballs])).toMatchObject({ status: 0 });
    const [tarball = ""] = readdirSync(tarballs);
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true }));
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
    writeFileSync(join(folder, "main.ts"), consumer);
    // The peers are linked instead of installed: they are 400 MB, and the same in every project.
    const install = [
      "install",
      "--omit=peer",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--prefer-offline",
    ];
    expect(runCommand("npm", [...install, join(tarballs, tarball)], { cwd: folder })).toMatchObject({
      status: 0,
    });
    for (const peer of peers) {
      const link = join(folder, "node_modules", peer);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(repository, "node_modules", peer), link);
    }
  }, 180_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  test("holds nothing but what is published", () => {
    const installed = readdirSync(join(folder, "node_modules", "cdktf-ecs-environments")).sort();
    expect(installed).toEqual(["LICENSE", "README.md", "dist", "package.json"]);
  });

  test("compiles with its declarations and synthesizes", () => {
    const tsc = join(repository, "node_modules", ".bin", "tsc");
    expect(runCommand(tsc, ["-p", "."], { cwd: folder })).toMatchObject({ status: 0, stdout: "" });
    expect(runCommand("node", ["main.js"], { cwd: folder })).toMatchObject({ status: 0, stderr: "" });
    const stack = join(folder, "out", "stacks", "dev-orders", "cdk.tf.json");
    const { resource } = JSON.parse(readFileSync(stack, "utf8"));
    expect(Object.keys(resource)).toEqual(expect.arrayContaining(["aws_vpc", "aws_ecs_service"]));
  }, 60_000);

  test("loads its modules only when they are used", () => {
    const script = `
      const index = require("cdktf-ecs-environments");
      const before = Object.keys(require.cache).some((path) => path.includes("provider-aws"));
      index.Network;
      const after = Object.keys(require.cache).some((path) => path.includes("provider-aws"));
      console.log(before, after);`;
    expect(runCommand("node", ["-e", script], { cwd: folder }).stdout).toBe("false true\n");
  });

  test("can be imported by name from an ES module", () => {
    const script = `import { Network } from "cdktf-ecs-environments"; console.log(typeof Network);`;
    const { stdout } = runCommand("node", ["--input-type=module", "-e", script], { cwd: folder });
    expect(stdout).toBe("function\n");
  });
});
