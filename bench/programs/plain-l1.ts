import { App } from "cdktf";
import { measureProgram, programOptions } from "./measured-program";

interface Layout {
  build(app: App): unknown;
}

/** The same four environments, as the generated L1 program builds them. */
async function run(): Promise<void> {
  const layout = (await import(programOptions().layout ?? "")) as Layout;
  measureProgram((outdir) => {
    const app = new App({ outdir });
    layout.build(app);
    return app;
  });
}

void run();
