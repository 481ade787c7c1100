/**
 * Lines of the blocks of an HCL file by address: `aws_lb.public`, `data.aws_vpc.shared`, `module.vpc`, `provider.aws.other`.
 *
 * Reads the first lines of blocks as `terraform fmt` writes them, at the beginning of a line; nothing else has to be understood.
 */
export function linesOfHcl(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let alias: { readonly address: string; readonly line: number } | undefined;
  text.split(/\r?\n/).forEach((content, index) => {
    const header = /^(resource|data|module|provider)\s+"([^"]+)"(?:\s+"([^"]+)")?\s*\{/.exec(content);
    const name = /^\s+alias\s*=\s*"([^"]+)"/.exec(content)?.[1];
    if (header) {
      const [, kind = "", ...labels] = header;
      const address = [kind === "resource" ? undefined : kind, ...labels].filter(isSet).join(".");
      alias = kind === "provider" ? { address, line: index + 1 } : undefined;
      if (!lines.has(address)) lines.set(address, index + 1);
    } else if (alias && name !== undefined) {
      lines.set(`${alias.address}.${name}`, alias.line);
      if (lines.get(alias.address) === alias.line) lines.delete(alias.address);
      alias = undefined;
    }
  });
  return lines;
}

function isSet(text: string | undefined): text is string {
  return text !== undefined;
}
