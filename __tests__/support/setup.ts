import { stopStackCapture } from "../../stacks/stop-stack-capture";

stopStackCapture();
