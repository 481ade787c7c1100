/**
 * A program for child processes: prints what an environment synthesizes to, with cdktf's stack capture as it is
 * (`capture`) or stopped (`no-capture`). The first line is the number of stack lines that a token remembers.
 */
import { App, Lazy } from "cdktf";
import { addEnvironment } from "../../stacks/build-app";
import { prepareStacks } from "../../stacks/prepare-stacks";
import { stopStackCapture } from "../../stacks/stop-stack-capture";
import { anEnvironment } from "./an-environment";

if (process.argv[2] === "no-capture") stopStackCapture();

const token = Lazy.anyValue({ produce: () => undefined });
// Nothing is written there.
const app = new App({ outdir: "cdktf.out" });
addEnvironment(app, anEnvironment());
const configurations = prepareStacks(app).map((stack): unknown => stack.toTerraform());
process.stdout.write(`${token.creationStack.length}\n${JSON.stringify(configurations)}`);
