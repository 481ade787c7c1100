import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ProviderCalls } from "../../../offline/protocol/provider-calls";
import { startProviderServer } from "../../../offline/protocol/start-provider-server";
import { type Values } from "../../../offline/values/value";
import { terraformBeside } from "../../support/terraform";
import { ToyProvider } from "./toy-provider";

/** Two providers and something of each kind of value. */
export const configuration = `
  terraform {
    required_providers {
      aws = {
        source  = "hashicorp/aws"
        version = "6.25.0"
      }
    }
  }
  provider "aws" { region = "r1" }
  provider "aws" {
    alias  = "other"
    region = "r2"
  }
  variable "name" { default = "a" }
  resource "aws_box" "a" {
    name     = var.name
    weight   = 0.1
    labels   = ["z", "a"]
    tags     = { owner = "dev" }
    anything = { deep = [1, "two", null] }
    part { size = 1 }
    part { size = 12345678901 }
    hole { shape = "o" }
    hole { shape = "i" }
    lid { color = "red" }
  }
  resource "aws_shelf" "b" {
    provider = aws.other
    box_id   = aws_box.a.id
  }
  data "aws_box" "c" {
    name       = "a"
    depends_on = [aws_box.a]
  }
  output "data" { value = data.aws_box.c }
`;

/** A folder with a configuration, and terraform in it with a toy provider. */
export async function aWorkspace(text: string, changes: Partial<ProviderCalls> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "protocol-"));
  writeFileSync(join(folder, "main.tf"), text);
  const world = new Map<string, Values>();
  const providers: ToyProvider[] = [];
  const server = await startProviderServer({
    newConnection: () => {
      const provider = new ToyProvider(world, changes);
      providers.push(provider);
      return provider;
    },
  });
  const env = { TF_REATTACH_PROVIDERS: JSON.stringify({ "hashicorp/aws": server.reattach }) };
  const terraform = (args: readonly string[], killedBy?: AbortSignal) =>
    terraformBeside([...args, "-no-color"], { cwd: folder, env, killedBy });
  const remove = async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  };
  return { terraform, world, providers, remove };
}
