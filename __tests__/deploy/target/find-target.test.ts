import { createServer, type Server } from "node:http";
import { findTarget } from "../../../deploy/target/find-target";
import type { TargetSource } from "../../../deploy/target/target-source";
import type { VaultLogin } from "../../../deploy/vault/vault-access";
import { LocalAws } from "../../support/local-aws/local-aws";

const name = { environment: "dev", service: "orders" };
const refused = () => Promise.reject(new Error("AWS was asked"));
const noAws = { getParameter: refused, identity: refused };

let text: string;
beforeAll(async () => {
  const aws = await LocalAws.start();
  text = JSON.stringify(aws.addService({ name: "orders" }).target);
  await aws.stop();
});

describe("the delivery target of a parameter", () => {
  const arn = "arn:aws:iam::333333333333:user/ann";
  const find = (
    value: string | undefined,
    identity = () => Promise.resolve({ account: "333333333333", arn }),
  ) => findTarget(name, { kind: "parameter" }, { getParameter: () => Promise.resolve(value), identity });

  test("is read", async () => {
    expect(await find(text)).toEqual(JSON.parse(text));
  });

  test("that is not there says what to check", async () => {
    await expect(find(undefined)).rejects.toThrow(/SSM parameter \/delivery\/dev\/orders.*must be there/s);
  });

  test("that is not there says whose account was asked", async () => {
    await expect(find(undefined)).rejects.toThrow(
      "got nothing with credentials of account 333333333333. Check",
    );
  });

  test("that is not there is refused, too, where nobody says whose account it is", async () => {
    await expect(find(undefined, refused)).rejects.toThrow("got nothing. Check");
  });

  test("of another service is refused", async () => {
    await expect(find(text.replace('"environment":"dev"', '"environment":"sit"'))).rejects.toMatchObject({
      name: "PreconditionError",
    });
  });

  test("that is no delivery target is refused before anything else", async () => {
    await expect(find("{}")).rejects.toMatchObject({ name: "PreconditionError" });
  });
});

describe("the delivery target of files", () => {
  const find = (...texts: readonly string[]) => {
    const files = texts.map((content, index) => ({ path: `${index}.json`, text: content }));
    return findTarget(name, { kind: "files", files }, noAws);
  };

  test("is that of the service that was asked for", async () => {
    expect(await find(text)).toEqual(JSON.parse(text));
  });

  test("is refused when none is of it", async () => {
    await expect(find(text.replace('"service":"orders"', '"service":"cart"'))).rejects.toMatchObject({
      name: "PreconditionError",
    });
  });
});

describe("the delivery target of Vault", () => {
  const token: VaultLogin = { kind: "token", token: "hvs.secret" };
  const jwt: VaultLogin = { kind: "jwt", jwt: "ey.secret", role: "ci", authPath: "jwt" };
  let server: Server;
  let address: string;
  /** Status and body by request, `GET /v1/…`; and what was asked. */
  let answers: Record<string, readonly [number, unknown]>;
  let asked: {
    readonly line: string;
    readonly token: string | undefined;
    readonly namespace: string | undefined;
  }[];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const line = `${request.method} ${request.url}`;
      const header = (key: string) => request.headers[key]?.toString();
      asked.push({ line, token: header("x-vault-token"), namespace: header("x-vault-namespace") });
      const [status, body] = answers[line] ?? [404, { errors: [] }];
      response.writeHead(status).end(JSON.stringify(body));
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const place = server.address();
    address = `http://127.0.0.1:${typeof place === "object" ? place?.port : ""}`;
  });
  beforeEach(() => {
    asked = [];
    answers = {
      "GET /v1/kv/data/delivery/dev/orders": [200, { data: { data: JSON.parse(text) } }],
      "POST /v1/auth/jwt/login": [200, { auth: { client_token: "hvs.given" } }],
    };
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  const find = (login: VaultLogin, change: { readonly address?: string } = {}) => {
    const source: TargetSource = {
      kind: "vault",
      address,
      mount: "kv",
      path: "delivery",
      namespace: "shop",
      login,
      fetch,
      ...change,
    };
    return findTarget(name, source, noAws);
  };

  test("is read with a token, in the namespace", async () => {
    expect(await find(token)).toEqual(JSON.parse(text));
    expect(asked).toEqual([
      { line: "GET /v1/kv/data/delivery/dev/orders", token: "hvs.secret", namespace: "shop" },
    ]);
  });

  test("is read with the token that Vault gives for a CI's", async () => {
    expect(await find(jwt)).toEqual(JSON.parse(text));
    expect(asked.map((one) => one.token)).toEqual([undefined, "hvs.given"]);
  });

  test.each([
    [token, "GET /v1/kv/data/delivery/dev/orders", 403, /must let the token read it/],
    [jwt, "POST /v1/auth/jwt/login", 400, /must let this job in/],
    [token, "GET /v1/kv/data/delivery/dev/orders", 307, /must answer itself/],
    [token, "GET /v1/kv/data/delivery/dev/orders", 404, /must be there, written by Terraform/],
  ])("says what to do, and no secret (%#)", async (login, line, status, said) => {
    answers = { ...answers, [line]: [status, { errors: ["denied: hvs.secret ey.secret"] }] };
    const error: unknown = await find(login).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: "PreconditionError", message: expect.stringMatching(said) });
    expect(String(error)).not.toContain(login.kind === "token" ? login.token : login.jwt);
  });

  test("that cannot be reached is said to be out of reach", async () => {
    await expect(find(token, { address: "http://127.0.0.1:1" })).rejects.toThrow(
      /must be a Vault that this machine reaches/,
    );
  });
});
