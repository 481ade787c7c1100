import { formatProblems } from "../../../problems/problem";
import { orders, proxy, TemporaryEnvironments } from "./support/temporary-environments";

const environments = new TemporaryEnvironments();
const complaints = environments.complaints.bind(environments);

describe("file", () => {
  test.each([{}, "text", 5, null, true].map((content) => JSON.stringify(content)))(
    "is an array, unlike %s",
    (content) => {
      expect(complaints(content)).toEqual(["containers must be an array of 1 to 10 entries"]);
    },
  );

  test("holds a container", () => {
    expect(complaints([])).toEqual(["containers must be an array of 1 to 10 entries"]);
  });

  test.each([
    [10, 0],
    [11, 1],
  ])("of %d containers has %d problems, as a task takes ten", (count, problems) => {
    const sidecars = Array.from({ length: count - 1 }, (_, index) => ({ ...proxy, name: `proxy-${index}` }));
    expect(complaints([orders, ...sidecars])).toHaveLength(problems);
  });

  test.each([5, "orders", null, []])("holds objects, unlike %j", (container) => {
    expect(complaints([container])).toEqual(["containers[0] must be an object"]);
  });
});

describe("array", () => {
  test.each([
    [{ command: "run" }, "Put the entries in [ and ]."],
    [{ portMappings: {} }, "Keep the entries in [ and ], in this number."],
  ])("gets advice that fits whether it has a limit: %j", (fields, advice) => {
    expect(environments.read([{ ...orders, ...fields }]).problems[0]?.advice).toBe(advice);
  });
});

describe("container name", () => {
  test("is given", () => {
    expect(complaints([{}])).toEqual([
      'containers[0] must have the field "name", which must be 1 to 255 letters, digits, hyphens and underscores',
    ]);
  });

  test.each(["", "a b", "orders.api", "a".repeat(256), "${orders}"])(
    "holds what ECS takes, unlike %j",
    (name) => {
      expect(complaints([{ name }])).toEqual([
        "containers[0].name must be 1 to 255 letters, digits, hyphens and underscores",
      ]);
    },
  );
});

describe("field", () => {
  test.each([
    ["image", 5, "must be text"],
    ["cpu", "256", "must be a whole number from 0 to 16384"],
    ["cpu", 0.5, "must be a whole number from 0 to 16384"],
    ["cpu", -1, "must be a whole number from 0 to 16384"],
    ["memory", 5, "must be a whole number from 6 to 122880"],
    ["memoryReservation", 122881, "must be a whole number from 6 to 122880"],
    ["essential", "true", "must be true or false"],
    ["readonlyRootFilesystem", 1, "must be true or false"],
    ["startTimeout", 1, "must be a whole number from 2 to 120"],
    ["stopTimeout", 121, "must be a whole number from 2 to 120"],
    ["user", 1000, "must be text"],
    ["workingDirectory", "app", "must be an absolute path in the container"],
    ["versionConsistency", "on", "must be enabled or disabled"],
    ["command", "run", "must be an array"],
    ["environment", {}, "must be an array"],
    ["dockerLabels", [], "must be an object of texts"],
    ["healthCheck", [], "must be an object"],
    ["privileged", true, "must be false or absent, because Fargate runs no privileged containers"],
    ["disableNetworking", true, "must be false or absent, because Fargate does not support it"],
  ])("%s of %j is refused", (field, value, must) => {
    expect(complaints([{ ...orders, [field]: value }])).toEqual([`containers[0].${field} ${must}`]);
  });

  test.each([
    [{ environment: [{ name: "A", value: 1 }] }, "environment[0].value must be text"],
    [
      { environment: [{ name: "A=B", value: "" }] },
      "environment[0].name must be the name of a variable, without = or white space",
    ],
    [{ environment: [{ name: "A" }] }, 'environment[0] must have the field "value", which must be text'],
    [{ command: [1] }, "command[0] must be text"],
    [{ dockerLabels: { team: 1 } }, "dockerLabels.team must be text"],
    [
      { portMappings: [{ containerPort: 65536 }] },
      "portMappings[0].containerPort must be a whole number from 1 to 65535",
    ],
    [
      { portMappings: [{ containerPort: 80, protocol: "TCP" }] },
      "portMappings[0].protocol must be tcp or udp",
    ],
    [
      { portMappings: [{ containerPort: 80, name: "-http" }] },
      "portMappings[0].name must be 1 to 64 lower-case letters, digits, hyphens and underscores",
    ],
    [
      { ulimits: [{ name: "files", softLimit: 1, hardLimit: 1 }] },
      "ulimits[0].name must be core, cpu, data, fsize, locks, memlock, msgqueue, nice, nofile, nproc, rss, rtprio, rttime, sigpending or stack",
    ],
    [
      { ulimits: [{ name: "nofile", softLimit: 1 }] },
      'ulimits[0] must have the field "hardLimit", which must be a whole number from -1 to 2147483647',
    ],
    [{ healthCheck: { command: [] } }, "healthCheck.command must be an array of at least 1 entry"],
    [
      { healthCheck: { command: ["NONE"], interval: 4 } },
      "healthCheck.interval must be a whole number from 5 to 300",
    ],
    [
      { linuxParameters: { capabilities: { add: ["NET_ADMIN"] } } },
      "linuxParameters.capabilities.add[0] must be SYS_PTRACE, the only capability that Fargate adds",
    ],
    [
      { restartPolicy: { enabled: true, restartAttemptPeriod: 30 } },
      "restartPolicy.restartAttemptPeriod must be a whole number from 60 to 1800",
    ],
  ])("inside another is checked: %j", (fields, expected) => {
    expect(complaints([{ ...orders, ...fields }])).toEqual([`containers[0].${expected}`]);
  });

  test.each(["image", "environment", "cpu"])("%s is left out rather than null", (field) => {
    expect(environments.read([{ ...orders, [field]: null }]).problems).toMatchObject([
      { got: "null", advice: "Remove the field, or set it." },
    ]);
  });
});

describe("unknown field", () => {
  test.each([
    [{ enviroment: [] }, "containers[0].enviroment", 'Did you mean "environment"?'],
    [{ Name: "orders" }, "containers[0].Name", 'Did you mean "name"?'],
    [{ comment: "" }, "containers[0].comment", 'Did you mean "command"?'],
    [{ somethingElse: 1 }, "containers[0].somethingElse", "Remove it or mend its spelling."],
    [
      { healthCheck: { command: ["NONE"], retrys: 3 } },
      "containers[0].healthCheck.retrys",
      'Did you mean "retries"?',
    ],
    [
      { environment: [{ name: "A", value: "", type: "x" }] },
      "containers[0].environment[0].type",
      'Use "name" or "value".',
    ],
  ])("gets a hint: %j", (fields, path, advice) => {
    const [problem] = environments.read([{ ...orders, ...fields }]).problems;
    expect(problem).toMatchObject({
      where: expect.stringMatching(new RegExp(` ${path.replace(/[[\]]/g, "\\$&")}$`)),
      advice,
    });
  });

  test("is the only problem when it is a required field misspelt", () => {
    expect(complaints([{ ...orders, environment: [{ nam: "LOG_LEVEL", value: "info" }] }])).toEqual([
      'containers[0].environment[0].nam must be a field of "environment"',
    ]);
  });

  test("does not hide a required field that is missing", () => {
    expect(complaints([{ ...orders, environment: [{ colour: "red", value: "info" }] }])).toHaveLength(2);
  });

  test("points at its key", () => {
    const [problem] = environments.read('[{ "name": "orders",\n   "enviroment": [] }]').problems;
    expect(problem?.where).toBe("environments/dev/orders.json:2:4 containers[0].enviroment");
  });
});

describe("field that ECS knows and the library refuses", () => {
  test.each([
    ["links", []],
    ["hostname", "orders"],
    ["dnsServers", []],
    ["dnsSearchDomains", []],
    ["extraHosts", []],
    ["dockerSecurityOptions", []],
    ["resourceRequirements", []],
    ["environmentFiles", []],
    ["repositoryCredentials", {}],
    ["credentialSpecs", []],
    ["linuxParameters.devices", []],
    ["linuxParameters.sharedMemorySize", 64],
    ["linuxParameters.tmpfs", []],
    ["linuxParameters.maxSwap", 0],
    ["linuxParameters.swappiness", 60],
  ])("is said to be refused, not unknown: %s", (path, value) => {
    const [outer = "", inner] = path.split(".");
    const fields = { [outer]: inner ? { [inner]: value } : value };
    expect(complaints([{ ...orders, ...fields }])).toEqual([
      expect.stringMatching(new RegExp(`^containers\\[0\\]\\.${path} must be absent, because`)),
    ]);
  });

  test("has advice that fits it", () => {
    const { problems } = environments.read([
      {
        ...orders,
        privileged: true,
        linuxParameters: { tmpfs: [] },
        portMappings: [{ containerPort: 80, containerPortRange: "80-90" }],
      },
    ]);
    expect(`\n${formatProblems("dev", problems)}\n`).toMatchInlineSnapshot(`
     "
     dev: 3 problems
       environments/dev/orders.json:1:32 containers[0].privileged
           must be false or absent, because Fargate runs no privileged containers, got true. Remove it; for tracing, linuxParameters.capabilities.add takes SYS_PTRACE.
       environments/dev/orders.json:1:56 containers[0].linuxParameters.tmpfs
           must be absent, because Fargate does not support it, got "tmpfs". Remove it and mount the writable volume tmp: { "sourceVolume": "tmp", "containerPath": "/tmp" }.
       environments/dev/orders.json:1:104 containers[0].portMappings[0].containerPortRange
           must be absent, because security group rules name single ports, got "containerPortRange". Write one entry with containerPort for each port.
     "
    `);
  });
});

describe("value of a wrong type", () => {
  test.each([
    ["a list", [1, 2], "an array of 2"],
    ["an empty list", [], "an empty array"],
    ["an object", { a: 1 }, "an object"],
    ["a text", "256", '"256"'],
    ["a number", 0.5, "0.5"],
    ["a truth value", true, "true"],
    ["a long text", "2".repeat(100), `"${"2".repeat(76)}…`],
  ])("is shown for what it is: %s", (_title, cpu, got) => {
    expect(environments.read([{ ...orders, cpu }]).problems[0]?.got).toBe(got);
  });

  test.each([
    { environment: [{ name: "DB_PASSWORD", value: 12345678 }] },
    { environment: [{ name: "FLAG", value: true }] },
    { command: ["--pin", 12345678] },
    { dockerLabels: { pin: 12345678 } },
  ])("is not shown where it may be a secret: %j", (fields) => {
    const [problem] = environments.read([{ ...orders, ...fields }]).problems;
    expect(problem?.got).toMatch(/^a (number|boolean)$/);
  });

  test("is shown when it is a number that no computer holds", () => {
    const [problem] = environments.read('[{ "name": "orders", "cpu": 1e999 }]').problems;
    expect(problem?.got).toBe("Infinity");
  });

  test("keeps rules that read the same field silent, and only those", () => {
    const containers = [
      {
        ...orders,
        cpu: "big",
        environment: [
          { name: "A", value: "" },
          { name: "A", value: "" },
        ],
      },
    ];
    expect(complaints(containers, { cpu: 256 })).toEqual([
      "containers[0].cpu must be a whole number from 0 to 16384",
      "containers[0].environment[1].name must be set once in a container; environment[0] sets it too",
    ]);
  });
});
