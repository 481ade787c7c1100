import { type OwnedResource } from "../../../contract/ownership";
import { type ExistingResource, OfflineAccount, type PlannedChange } from "../../support/offline-account";
import { describeWithTerraform } from "../../support/terraform";
import {
  everyKindOfService,
  kindsOfService,
  ownedAttributes,
  withAnotherTag,
  withAnotherVariable,
} from "./every-kind-of-service";

const types = { service: "aws_ecs_service", "listener-rule": "aws_lb_listener_rule" } as const;
const stack = everyKindOfService();
const rows = kindsOfService.flatMap((service) =>
  ownedAttributes(service).map((row) => ({
    ...row,
    address: `${types[row.resource]}.${service.name}`,
    name: service.name,
  })),
);

interface Existing {
  task_definition: string;
  desired_count: number;
  readonly load_balancer: readonly { target_group_arn: string }[];
  readonly action: readonly {
    readonly forward: readonly { readonly target_group: readonly { weight: number }[] }[];
  }[];
}

/** What happens to each attribute outside of Terraform: a deploy, a scaling step, a traffic shift. */
const outside: Readonly<Record<string, (values: Existing) => void>> = {
  task_definition: (values) => {
    values.task_definition = `${values.task_definition.replace(/\d+$/, "")}99`;
  },
  desired_count: (values) => {
    values.desired_count = 7;
  },
  load_balancer: (values) => {
    for (const block of values.load_balancer) {
      block.target_group_arn = block.target_group_arn.replace("-blue/", "-green/");
    }
  },
  action: (values) => {
    for (const { forward } of values.action) {
      for (const group of forward.flatMap((block) => block.target_group)) group.weight = 100 - group.weight;
    }
  },
};

describeWithTerraform("After a change outside of Terraform", () => {
  let account: OfflineAccount;
  beforeAll(async () => {
    account = await OfflineAccount.start();
    account.write("app", stack);
    await account.apply("app");
  }, 60_000);
  afterAll(() => account.stop());

  test("a second plan is empty as long as nothing changed", async () => {
    expect(await account.plan("app")).toEqual([]);
  });

  describe("of everything that Terraform leaves alone", () => {
    let changes: readonly PlannedChange[];
    beforeAll(async () => {
      const restore = changeOutside(account, ({ isIgnored }) => isIgnored);
      changes = await account.plan("app");
      restore();
    });

    test.each(rows.filter(({ isIgnored }) => isIgnored))(
      "the plan leaves $attribute of $address",
      ({ address }) => {
        expect(changes.map((change) => change.address)).not.toContain(address);
      },
    );
  });

  describe("of everything that Terraform owns", () => {
    let changes: readonly PlannedChange[];
    beforeAll(async () => {
      const restore = changeOutside(account, ({ isIgnored }) => !isIgnored);
      changes = await account.plan("app");
      restore();
    });

    test.each(rows.filter(({ isIgnored }) => !isIgnored))(
      "the plan takes back $attribute of $address",
      ({ address, attribute }) => {
        const change = changes.find((each) => each.address === address);
        expect(change?.actions).toEqual(["update"]);
        expect(change?.before?.[attribute]).not.toEqual(change?.after?.[attribute]);
      },
    );
  });

  test("another variable changes the template only, never what runs", async () => {
    account.write("app", withAnotherVariable(stack));
    const changes = await account.plan("app");
    account.write("app", stack);
    expect(changes).toMatchObject([
      { address: "aws_ecs_task_definition.template", actions: ["delete", "create"] },
    ]);
  });

  test("an apply leaves a deploy alone that came between it and its plan", async () => {
    account.write("app", withAnotherTag(stack));
    await account.plan("app");
    changeOutside(account, ({ isIgnored, attribute }) => isIgnored && attribute === "task_definition");
    expect(await account.terraform("app", "apply", "-no-color", "plan")).toMatchObject({
      status: 0,
      stderr: "",
    });
    const running = Object.values(account.existing()).filter(({ type }) => type === "aws_ecs_service");
    expect(running).toHaveLength(kindsOfService.length);
    for (const { values } of running)
      expect(values).toMatchObject({
        tags: { Team: "shop" },
        task_definition: expect.stringMatching(/:99$/),
      });
  });
});

/** Changes the attributes of the chosen rows; gives a function that takes it back. */
function changeOutside(
  account: OfflineAccount,
  isChosen: (row: {
    readonly isIgnored: boolean;
    readonly attribute: string;
    readonly resource: OwnedResource;
  }) => boolean,
): () => void {
  const before = structuredClone(account.existing());
  account.changeOutside((resources) => {
    for (const row of rows.filter(isChosen))
      outside[row.attribute]?.(valuesOf(resources, row) as unknown as Existing);
  });
  return () => account.changeOutside((resources) => Object.assign(resources, before));
}

function valuesOf(
  resources: Readonly<Record<string, ExistingResource>>,
  { resource, name }: { readonly resource: OwnedResource; readonly name: string },
): Record<string, unknown> {
  const found = Object.values(resources).find(
    ({ type, values }) =>
      type === types[resource] &&
      (resource === "service"
        ? values["name"] === name
        : JSON.stringify(values["condition"]).includes(`/${name}/`)),
  );
  if (!found) throw new Error(`no ${resource} ${name} exists`);
  return found.values;
}
