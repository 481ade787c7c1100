import { withoutUrlSecrets } from "../../secrets/without-url-secrets";

describe("withoutUrlSecrets", () => {
  test.each([
    [
      "https://oauth2:glpat-1@gitlab.example.com/x/-/pipelines/1",
      "https://gitlab.example.com/x/-/pipelines/1",
    ],
    ["https://me@ci.example.com/7", "https://ci.example.com/7"],
    [
      "https://ci.example.com/7?private_token=abc&run=8#token=x",
      "https://ci.example.com/7?private_token=&run=8#token=",
    ],
    ["https://ci.example.com/7?buildId=123&view=logs", "https://ci.example.com/7?buildId=123&view=logs"],
    ["ada@example.com", "ada@example.com"],
    ["orders:1234", "orders:1234"],
  ])("%s becomes %s", (text, shown) => {
    expect(withoutUrlSecrets(text)).toBe(shown);
  });
});
