import { formatProblems } from "../../../problems/problem";
import { everyField } from "./support/every-field";
import { orders, proxy, TemporaryEnvironments } from "./support/temporary-environments";

const environments = new TemporaryEnvironments();

describe("readContainers", () => {
  test("takes a container with nothing but a name", () => {
    expect(environments.read([orders])).toMatchObject({ containers: [orders], problems: [] });
  });

  test("takes every field it documents, and returns the file as it is written", () => {
    const { containers, problems } = environments.read(everyField);
    expect({ containers, problems }).toEqual({ containers: everyField, problems: [] });
  });

  test("returns template markers as they are written", () => {
    const environment = [{ name: "PATTERN", value: "${HOME} %{level} $${x} %%{y}" }];
    expect(environments.read([{ ...orders, environment }]).containers).toEqual([{ ...orders, environment }]);
  });

  test("returns quotes, line breaks and Unicode as they are written", () => {
    const environment = [{ name: "TEXT", value: '"\\ \n\t é 漢 😀 \u2028' }];
    expect(environments.read([{ ...orders, environment }]).containers).toEqual([{ ...orders, environment }]);
  });

  test("reports all problems at once, each with file, line, column, JSON path, rule and advice", () => {
    const { problems } = environments.read(`[
  {
    "name": "orders",
    "enviroment": [],
    "cpu": "256",
    "environment": [
      { "name": "A", "value": "1" },
      { "name": "A", "value": "2" },
      { "name": "AWS", "value": "AKIAIOSFODNN7EXAMPLE" }
    ],
    "dependsOn": [{ "containerName": "proxi", "condition": "START" }]
  },
  { "name": "proxy" }
]
`);
    expect(`\n${formatProblems("environments/dev.ts", problems)}\n`).toMatchInlineSnapshot(`
     "
     environments/dev.ts: 6 problems
       environments/dev/orders.json:4:5 containers[0].enviroment
           must be a field of an ECS container definition, got "enviroment". Did you mean "environment"?
       environments/dev/orders.json:5:12 containers[0].cpu
           must be a whole number from 0 to 16384, got "256". Write a number in this range, without quotes.
       environments/dev/orders.json:8:17 containers[0].environment[1].name
           must be set once in a container; environment[0] sets it too, got "A". Remove one of the two.
       environments/dev/orders.json:9:33 containers[0].environment[2].value
           must not hold a secret, because whoever reads the repository or the task can read it, got an AWS access key id. Store it in Secrets Manager or SSM and refer to it under "secrets"; change it if it was ever committed.
       environments/dev/orders.json:11:38 containers[0].dependsOn[0].containerName
           must be a container of this file, got "proxi". Did you mean "proxy"?
       environments/dev/orders.json:13:3 containers[1]  must have the field "image", because only "orders" gets its image from the library, got nothing. Add "image": "<registry>/<repository>:<tag>".
     "
    `);
  });

  test("reports problems in the order of the file", () => {
    const { problems } = environments.read('[{ "b": 1,\n "a": 1,\n "name": 5 }]');
    expect(problems.map(({ where }) => where.split(":")[1])).toEqual(["1", "2", "3"]);
  });

  test("returns no container when there is a problem", () => {
    expect(environments.read([orders, { name: "proxy" }]).containers).toEqual([]);
  });

  test("names the containers of a file with problems too", () => {
    expect(environments.read([{ name: "orders", cpu: "1" }, { name: 5 }, proxy]).names).toEqual([
      "orders",
      "proxy",
    ]);
  });

  test("names no containers where the file holds no array", () => {
    expect(environments.read({ name: "orders" }).names).toBeUndefined();
  });

  test("shows 100 problems without more ado", () => {
    const { problems } = environments.read([{ ...orders, command: new Array(100).fill(1) }]);
    expect(problems).toHaveLength(100);
  });

  test("shows at most 100 problems and says how many there are", () => {
    const { problems } = environments.read([{ ...orders, command: new Array(5000).fill(1) }]);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toMatchObject({ where: "environments/dev/orders.json", got: "5000 problems" });
  });
});
