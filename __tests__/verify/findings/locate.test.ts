import { createLocate } from "../../../verify/findings/locate";
import { type Stack } from "../../../terraform/stacks/stack";

const stack: Stack = {
  name: "dev-network",
  folder: "/project/cdktf.out/stacks/dev-network",
  dependencies: [],
  configuration: {},
};

function locateIn(files: Readonly<Record<string, string>>) {
  return createLocate({
    root: "/project",
    read: (path) => files[path],
    list: (folder) =>
      Object.keys(files).flatMap((path) =>
        path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [],
      ),
  });
}

const hcl = `# Stack dev-network

provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "other"
  region = "eu-central-1"
}

data "aws_vpc" "shared" {
}

# Network/Subnet
resource "aws_subnet" "public" {
  count = 2
}

module "vpc" {
  source = "./vpc"
}

resource "aws_lb" "public" {
}
`;

const json = JSON.stringify(
  {
    provider: { aws: [{ region: "eu-west-1" }, { alias: "other" }] },
    data: { aws_vpc: { shared: {} } },
    module: { vpc: { source: "./vpc" } },
    resource: [{ aws_lb: { public: {} } }],
  },
  null,
  1,
);

describe("The line of a block", () => {
  const locate = locateIn({ "hcl/dev-network.tf": hcl });

  test.each([
    ["aws_lb.public", 24],
    ["aws_subnet.public[1]", 16],
    ['aws_subnet.public["a.b"]', 16],
    ["data.aws_vpc.shared", 12],
    ["module.vpc.aws_subnet.private[0]", 20],
    ['module.vpc["a.b"].module.inner.aws_subnet.private', 20],
    ["provider.aws", 3],
    ["provider.aws.other", 7],
  ])("of %s is found in the committed HCL", (address, line) => {
    expect(locate(stack, address)).toEqual({ file: "hcl/dev-network.tf", line });
  });

  test.each([["aws_lb.private"], ["aws_vpc.shared"], ["provider.aws.third"], ["module.other.aws_lb.a"]])(
    "of %s, which is nowhere, is not known",
    (address) => {
      expect(locate(stack, address)).toBeUndefined();
    },
  );

  test("is not one in the middle of a line", () => {
    const text = '# resource "aws_lb" "public" {\n  resource "aws_lb" "public" {\n';
    expect(locateIn({ "hcl/dev-network.tf": text })(stack, "aws_lb.public")).toBeUndefined();
  });

  test("of a provider without alias is not that of one with", () => {
    const text = 'provider "aws" {\n  alias = "other"\n}\nprovider "aws" {\n}\n';
    expect(locateIn({ "hcl/dev-network.tf": text })(stack, "provider.aws")?.line).toBe(4);
  });
});

describe("The line in Terraform JSON", () => {
  const file = "cdktf.out/stacks/dev-network/cdk.tf.json";
  const locate = locateIn({ [file]: json });

  test.each([
    ["aws_lb.public", "public"],
    ["aws_lb.public[0]", "public"],
    ["data.aws_vpc.shared", "shared"],
    ["module.vpc.aws_subnet.private", "vpc"],
  ])("of %s is the line of its key", (address, key) => {
    const line = json.split("\n").findIndex((text) => text.includes(`"${key}": {`)) + 1;
    expect(locate(stack, address)).toEqual({ file, line });
  });

  test("of a provider is that of its body", () => {
    const lines = json.split("\n");
    expect(lines[locate(stack, "provider.aws.other")?.line ?? 0]).toContain('"alias"');
  });

  test("is told only where no HCL is committed", () => {
    const both = locateIn({ [file]: json, "hcl/dev-network.tf": hcl });
    expect(both(stack, "aws_lb.public")?.file).toBe("hcl/dev-network.tf");
  });

  test("is not known where the text is no JSON", () => {
    expect(locateIn({ [file]: "[" })(stack, "aws_lb.public")).toBeUndefined();
  });
});

describe("The line in a folder of plain Terraform", () => {
  test("is found in any of its files", () => {
    const locate = locateIn({ "live/a.tf": "", "live/b.tf": hcl, "live/notes.md": hcl });
    expect(locate({ ...stack, folder: "/project/live" }, "aws_lb.public")).toEqual({
      file: "live/b.tf",
      line: 24,
    });
  });

  test("may be in the project's root", () => {
    const locate = createLocate({
      root: "/project",
      read: (path) => (path === "main.tf" ? hcl : undefined),
      list: (folder) => (folder === "" ? ["main.tf"] : []),
    });
    expect(locate({ ...stack, folder: "/project" }, "aws_lb.public")).toEqual({ file: "main.tf", line: 24 });
  });
});
