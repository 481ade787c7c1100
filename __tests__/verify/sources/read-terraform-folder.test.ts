import { parse } from "@cdktf/hcl2json";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readEstate } from "../../../verify/estate/read-estate";
import { type EnvironmentFiles } from "../../../verify/estate/estate";
import { readJson } from "../../../verify/values/read-json";
import { Template, Unknown } from "../../../verify/values/value";
import { readTerraformFolder } from "../../../verify/sources/read-terraform-folder";

describe("A folder of plain Terraform", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "plain-terraform-"));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, "shop", path)), { recursive: true });
      writeFileSync(join(folder, "shop", path), text);
    }
  }

  async function environment(): Promise<EnvironmentFiles> {
    const stack = await readTerraformFolder(join(folder, "shop"), parse);
    const [only] = readEstate([stack]).environments;
    if (!only) throw new Error("there is no environment");
    return only;
  }

  async function valuesOf(address: string): Promise<unknown> {
    return (await environment()).resources.find((resource) => resource.address === address)?.values;
  }

  test("is one stack with its name", async () => {
    write({ "main.tf": 'resource "aws_vpc" "main" {}' });
    expect(await readTerraformFolder(join(folder, "shop"), parse)).toMatchObject({ name: "shop" });
  });

  test("joins its files, HCL and JSON", async () => {
    write({
      "a.tf": 'locals {\n  a = "1"\n}\nresource "aws_x" "one" {\n  value = "${local.a}${local.b}"\n}',
      "b.tf": 'locals {\n  b = "2"\n}\nresource "aws_x" "two" {}',
      "c.tf.json": '{"resource": {"aws_x": {"three": {"value": 3}}}}',
    });
    expect(await valuesOf("aws_x.one")).toEqual({ value: "12" });
    expect(await valuesOf("aws_x.three")).toEqual({ value: 3 });
  });

  test.each([
    ["terraform.tfvars", 'size = "big"', "big"],
    ["x.auto.tfvars.json", '{"size": "bigger"}', "bigger"],
    ["other.tfvars", 'size = "never"', "small"],
  ])("takes variables from %s when Terraform would", async (name, text, value) => {
    const main = 'variable "size" {\n  default = "small"\n}\nresource "aws_x" "one" {\n  value = var.size\n}';
    write({ "main.tf": main, [name]: text });
    expect(await valuesOf("aws_x.one")).toEqual({ value });
  });

  test("reads the modules beside it", async () => {
    write({
      "main.tf": 'module "vpc" {\n  source = "./modules/vpc"\n  cidr = "10.0.0.0/16"\n}',
      "modules/vpc/main.tf": 'variable "cidr" {}\nresource "aws_vpc" "main" {\n  cidr_block = var.cidr\n}',
    });
    expect(await valuesOf("module.vpc.aws_vpc.main")).toEqual({ cidr_block: "10.0.0.0/16" });
  });

  test("reads the modules that terraform init downloaded", async () => {
    write({
      "main.tf": 'module "vpc" {\n  source = "example/vpc/aws"\n}',
      ".terraform/modules/modules.json": '{"Modules": [{"Key": "vpc", "Dir": ".terraform/modules/vpc"}]}',
      ".terraform/modules/vpc/main.tf": 'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}',
    });
    expect(await valuesOf("module.vpc.aws_vpc.main")).toEqual({ cidr_block: "10.0.0.0/16" });
  });

  test("does without the modules that nobody downloaded", async () => {
    write({
      "main.tf": 'module "vpc" {\n  source = "example/vpc/aws"\n}\nresource "aws_x" "one" {\n  value = 1\n}',
    });
    expect(await valuesOf("aws_x.one")).toEqual({ value: 1 });
  });

  test("names every file that is not Terraform", async () => {
    write({ "a.tf": "resource {", "b.tf.json": "{", "c.tf": "locals {}" });
    const reading = readTerraformFolder(join(folder, "shop"), parse);
    await expect(reading).rejects.toThrow(/2 problems[^]*a\.tf[^]*must be Terraform[^]*b\.tf\.json/);
  });

  test("must have Terraform files", async () => {
    write({ "README.md": "" });
    await expect(readTerraformFolder(join(folder, "shop"), parse)).rejects.toThrow(
      "must hold *.tf, *.tofu or *.tf.json files, got none",
    );
  });

  test("must be there", async () => {
    await expect(readTerraformFolder(join(folder, "absent"), parse)).rejects.toThrow(
      "absent  must hold *.tf, *.tofu or *.tf.json files, got no folder",
    );
  });

  test("may be one file no more than a folder that is absent", async () => {
    write({ "main.tf": "locals {}" });
    await expect(readTerraformFolder(join(folder, "shop", "main.tf"), parse)).rejects.toThrow(
      "got no folder",
    );
  });

  test("has OpenTofu's files in the place of Terraform's with their name", async () => {
    write({
      "main.tf": 'resource "aws_x" "one" {\n  value = "terraform"\n}',
      "main.tofu": 'resource "aws_x" "one" {\n  value = "tofu"\n}',
      "more.tf.json": '{"resource": {"aws_x": {"two": {"value": "terraform"}}}}',
      "more.tofu.json": '{"resource": {"aws_x": {"two": {"value": "tofu"}}}}',
      "other.tf": 'resource "aws_x" "three" {\n  value = "terraform"\n}',
    });
    expect(await valuesOf("aws_x.one")).toEqual({ value: "tofu" });
    expect(await valuesOf("aws_x.two")).toEqual({ value: "tofu" });
    expect(await valuesOf("aws_x.three")).toEqual({ value: "terraform" });
  });

  test("has no hidden files and no editors' copies", async () => {
    write({ "main.tf": "locals {}", ".main.tf": "{", "#main.tf": "{", "main.tf~": "{" });
    expect(await readTerraformFolder(join(folder, "shop"), parse)).toMatchObject({ name: "shop" });
  });

  test("may not call itself", async () => {
    write({
      "main.tf": 'module "a" {\n  source = "./a"\n}',
      "a/main.tf": 'module "b" {\n  source = "../"\n}',
    });
    await expect(readTerraformFolder(join(folder, "shop"), parse)).rejects.toThrow(
      "a  must not call itself, directly or through others, got module.b",
    );
  });

  test("names a list of modules that is not JSON", async () => {
    write({ "main.tf": "locals {}", ".terraform/modules/modules.json": "{" });
    await expect(readTerraformFolder(join(folder, "shop"), parse)).rejects.toThrow(
      /modules\.json[^]*must be Terraform/,
    );
  });

  describe("with files beside it", () => {
    const task = '[{ "name": "${name}", "image": "${image}:1", "cpu": ${cpu} }]';

    test("reads what file() names", async () => {
      write({
        "main.tf": 'resource "aws_x" "one" {\n  value = file("${path.module}/a.txt")\n}',
        "a.txt": "text",
      });
      expect(await valuesOf("aws_x.one")).toEqual({ value: "text" });
    });

    test("fills in what templatefile() gives, expressions and directives included", async () => {
      write({
        "main.tf":
          'resource "aws_x" "one" {\n  value = templatefile("t.json", { name = "web", cpu = 256, image = "nginx" })\n}',
        "t.json": `%{ if cpu > 1 }${task}%{ endif }`,
      });
      expect(await valuesOf("aws_x.one")).toEqual({
        value: '[{ "name": "web", "image": "nginx:1", "cpu": 256 }]',
      });
    });

    test("keeps references in a template", async () => {
      write({
        "main.tf":
          'resource "aws_ecr_repository" "web" {}\nresource "aws_x" "one" {\n  value = templatefile("t.json", { name = "web", cpu = 1, image = aws_ecr_repository.web.repository_url })\n}',
        "t.json": task,
      });
      const [, resource] = (await environment()).resources;
      expect(readJson(resource?.values["value"])).toMatchObject([
        { name: "web", image: expect.any(Template) },
      ]);
    });

    test("reads them from the folder of a module", async () => {
      write({
        "main.tf": 'module "one" {\n  source = "./modules/one"\n}',
        "modules/one/main.tf": 'resource "aws_x" "one" {\n  value = file("${path.module}/a.txt")\n}',
        "modules/one/a.txt": "of the module",
      });
      expect(await valuesOf("module.one.aws_x.one")).toEqual({ value: "of the module" });
    });

    test("renders a template_file", async () => {
      write({
        "main.tf":
          'data "template_file" "task" {\n  template = file("t.json")\n  vars = { name = "web", image = "nginx", cpu = 1 }\n}\nresource "aws_x" "one" {\n  value = data.template_file.task.rendered\n}',
        "t.json": task,
      });
      expect(await valuesOf("aws_x.one")).toEqual({
        value: '[{ "name": "web", "image": "nginx:1", "cpu": 1 }]',
      });
    });

    test.each(["../secret.txt", "link.txt", "absent.txt"])("does not read %s", async (path) => {
      write({
        "main.tf": `resource "aws_x" "one" {\n  value = file("${path}")\n}`,
        "../secret.txt": "secret",
      });
      symlinkSync(join(folder, "secret.txt"), join(folder, "shop", "link.txt"));
      expect(await valuesOf("aws_x.one")).toEqual({ value: expect.any(Unknown) });
    });
  });
});
