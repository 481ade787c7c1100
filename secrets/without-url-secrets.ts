import { namesSecret } from "./secret-detectors";

/** A text with URLs that anybody may read: without user and password, and without the values of parameters that name a secret. */
export function withoutUrlSecrets(text: string): string {
  return text
    .replaceAll(/:\/\/[^\s/?#@]*@/g, "://")
    .replaceAll(/([?&#;])([\w.-]{1,100})=[^\s&#;]*/g, (whole, mark: string, name: string) =>
      namesSecret(name) ? `${mark}${name}=` : whole,
    );
}
