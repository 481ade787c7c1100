import { type Audience } from "../model/pipeline";
import { tokenFile } from "../shell/token-file";
import { type Entry, type Mapping, mapping } from "../yaml/nodes";

/** A token for each who asks for one. @see https://docs.gitlab.com/ci/secrets/id_token_authentication/ */
export function idTokens(audiences: readonly Audience[]): readonly Entry[] {
  if (audiences.length === 0) return [];
  return [{ key: "id_tokens", value: mapping(...audiences.map((audience) => tokens[audience])) }];
}

export function signIn(audiences: readonly Audience[]): readonly string[] {
  return audiences.includes("aws") ? [tokenFile("$AWS_ID_TOKEN")] : [];
}

const tokens: Readonly<Record<Audience, Entry>> = {
  aws: { key: "AWS_ID_TOKEN", value: audience("$CI_SERVER_URL") },
  vault: { key: "VAULT_ID_TOKEN", value: audience("$VAULT_ADDR") },
};

function audience(name: string): Mapping {
  return mapping({ key: "aud", value: name });
}
