import { mermaidOf } from "../../verify/diagram/mermaid";
import { pictureOf } from "../../verify/diagram/picture-of";
import { readNetwork } from "../../verify/network/read-network";
import { type Command } from "./read-command";
import { environmentNamed, verifiedProject } from "./verified-project";
import { writeAnswer } from "./write-answer";

/** `ecs-env diagram`. */
export async function diagram(command: Command, env: NodeJS.ProcessEnv): Promise<number> {
  const { target = "", values } = command;
  const { estate } = await verifiedProject(command, env, target);
  const environment = environmentNamed(estate, target);
  const picture = pictureOf(readNetwork(environment), environment);
  if (values["format"] === "svg") {
    // Graphviz is loaded only for that.
    const { svgOf } = await import("../../verify/diagram/svg");
    writeAnswer(await svgOf(picture), values["output"]);
  } else writeAnswer(mermaidOf(picture), values["output"]);
  return 0;
}
