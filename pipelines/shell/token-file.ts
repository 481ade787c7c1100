/**
 * AWS's tools read the token from a file, and get credentials of the role in AWS_ROLE_ARN for it.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/access-assume-role-web.html
 */
export function tokenFile(token: string): string {
  return [
    'export AWS_WEB_IDENTITY_TOKEN_FILE="$(mktemp)"',
    `printf '%s' "${token}" > "$AWS_WEB_IDENTITY_TOKEN_FILE"`,
  ].join("\n");
}
