import { type Bodies } from "../../../support/verified";
import { database, edge, groupId, letIn, letOut } from "../../network/small-network";
import { check, everyone, api, app } from "./check";

describe("edge-both-halves", () => {
  const id = "edge-both-halves";

  test("holds for an edge with both rules", () => {
    expect(check(id, [api, app, edge("api", "app", 5432)])).toBe("holds");
  });

  test("holds where the other half is a rule for the network", () => {
    expect(
      check(id, [
        api,
        app,
        letOut("api", "10.0.0.0/16", 5432),
        letIn("app", { referenced_security_group_id: groupId("api") }, 5432),
      ]),
    ).toBe("holds");
  });

  test.each<[string, readonly Bodies[]]>([
    ["rules that name no group", [api, letIn("api", everyone, 80)]],
    [
      "groups that nothing has",
      [{ "aws_security_group.app": {}, "aws_security_group.api": {} }, edge("api", "app", 5432)],
    ],
  ])("is not about %s", (_, parts) => {
    expect(check(id, parts)).toBe("not applicable");
  });

  test("refuses each half alone", () => {
    const group = { referenced_security_group_id: groupId("api") };
    expect(check(id, [api, app, letIn("app", group, 5432)])).toEqual([
      expect.stringContaining("no rule of test-all/aws_security_group.api that lets it out"),
    ]);
    expect(check(id, [api, app, letOut("api", "app", 5432)])).toEqual([
      expect.stringContaining("no rule of test-all/aws_security_group.app that lets it in"),
    ]);
  });

  test("refuses halves on different ports", () => {
    const group = { referenced_security_group_id: groupId("api") };
    expect(check(id, [api, app, letOut("api", "app", 5433), letIn("app", group, 5432)])).toHaveLength(2);
  });
});

describe("path-decided", () => {
  const id = "path-decided";

  test("holds where the files tell everything", () => {
    expect(check(id, [api, app, edge("api", "app", 5432)])).toBe("holds");
  });

  test("is not applicable where nothing is in a network", () => {
    expect(check(id, [])).toBe("not applicable");
  });

  test("tells what decides", () => {
    const receiver = database("app", "isolated", { vpc_security_group_ids: ["${var.group}"] });
    expect(check(id, [api, receiver, letOut("api", "10.0.2.0/24", 5432)])).toEqual([
      "aws_db_instance.app: var.group decides whether service.api reaches database.app",
    ]);
  });
});
