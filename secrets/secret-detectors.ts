/** Recognizes one kind of secret in a text. Counts in the patterns are bounded, so that long texts stay cheap. */
interface SecretDetector {
  /** What was found, as people call it. */
  readonly kind: string;
  /** Where there is a group `value`, the match is a secret only if that is not harmless. */
  readonly pattern: RegExp;
}

const detectors: readonly SecretDetector[] = [
  { kind: "an AWS access key id", pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/ },
  { kind: "a private key", pattern: /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----/ },
  { kind: "a JSON web token", pattern: /\beyJ[\w-]{8,200}\.eyJ[\w-]{8,4096}\.[\w-]{8}/ },
  { kind: "a GitHub token", pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{20}|github_pat_[A-Za-z0-9_]{20})/ },
  { kind: "a GitLab token", pattern: /\bgl(?:pat|dt|rt|ptt|cbt)-[\w-]{16}/ },
  { kind: "a Slack token", pattern: /\bxox[abeoprs]-[\w-]{10}/ },
  { kind: "a Slack webhook", pattern: /hooks\.slack\.com\/services\/T\w{1,20}\/B\w{1,20}\/\w{10}/ },
  { kind: "a Stripe key", pattern: /\b[rs]k_live_[A-Za-z0-9]{16}/ },
  { kind: "a Google API key", pattern: /\bAIza[\w-]{35}/ },
  { kind: "an npm token", pattern: /\bnpm_[A-Za-z0-9]{36}/ },
  { kind: "a password in a URL", pattern: /:\/\/[^\s:@/?#]{0,256}:(?<value>[^\s@/]{1,256})@/ },
  {
    kind: "a password",
    pattern:
      /(?:^|[^a-z0-9])(?:password|passwd|pwd|passphrase|accountkey|client_secret|api_?key|access_token)(?:[ \t]{0,3}=|"[ \t]{0,3}:)[ \t]{0,3}["']?(?<value>[^\s;&'",]{1,256})/i,
  },
];

/** Values that name a secret, or switch something, and are none themselves. */
const harmlessValues: readonly RegExp[] = [
  /^\s*$/,
  /^(true|false|yes|no|on|off|none|null|enabled|disabled|required|optional)$/i,
  /^\d{1,5}$/,
  /^[$%#]?\{[^}]*\}$/,
  /^\$\w+$/,
  /^<[^>]*>$/,
  /^\*+$/,
  /^arn:aws/,
  /^\.{0,2}\/[\w./-]*$/,
  /^~\/[\w./-]*$/,
  /^[\w-]+\.(json|ya?ml|pem|key|crt|txt|env|conf|ini|toml|properties)$/i,
  /^https?:\/\/[^\s@]+$/,
];

/** Names of variables, labels and options whose value is expected to be a secret. */
const secretName = /(PASSWORD|PASSWD|PASSPHRASE|_PASS|_PWD|SECRET|TOKEN|PRIVATE_KEY|API_?KEY|ACCESS_KEY)$/i;

/** Command-line options whose next word is expected to be a secret. */
const secretOption = /^--?(password|passphrase|secret|token|api-key|access-key|private-key)$/i;

/** The kind of secret that a text holds, for example "a private key"; undefined when it looks harmless. */
export function detectSecret(text: string): string | undefined {
  return detectors.find(({ pattern }) =>
    [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].some(({ groups }) => {
      const value = groups?.["value"];
      return value === undefined || !isHarmless(value);
    }),
  )?.kind;
}

/** Whether a value is too plain to be a secret even under a name that promises one. */
export function isHarmless(value: string): boolean {
  return harmlessValues.some((pattern) => pattern.test(value));
}

export function namesSecret(name: string): boolean {
  return secretName.test(name);
}

export function announcesSecret(word: string): boolean {
  return secretOption.test(word);
}
