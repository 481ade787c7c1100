import { renderMarkdown } from "../../../verify/review/markdown/render-markdown";
import { type Waiver } from "../../../verify/settings/waiver";
import { withChange } from "../../support/verified";
import { reportOf } from "./our-sides";

/** The database of production without encryption. */
function head() {
  return withChange("prod-data", ({ resource }) => {
    Object.assign(Object(resource?.["aws_db_instance"]?.["app_database"]), { storage_encrypted: false });
  });
}

const place = "prod-data/aws_db_instance.app_database";
const reason = "The migration needs it until spring";
const waivers: readonly Waiver[] = ["databases-are-encrypted", "plan-replaces-data"].map((rule, line) => ({
  rule,
  address: place,
  reason,
  expires: "2026-05-31",
  line,
}));

describe("A report", () => {
  test("says why the pipeline is red", () => {
    const text = renderMarkdown(reportOf(head()), { dialect: "github" });
    expect(text.split("\n")[0]).toBe("**Refused by the plan guard, and for 1 new error of rules.**");
  });

  test("shows what a change breaks and waives, with reason and last day", () => {
    const text = renderMarkdown(reportOf(head(), {}, waivers), { dialect: "github" });
    expect(text).toContain(
      `! waived until 2026-05-31: databases-are-encrypted data/aws_db_instance.app_database`,
    );
    expect(text).toContain(`!     ${reason}`);
    expect(text).toContain("**2 waived**");
  });

  test("with nothing but waived findings is not refused", () => {
    expect(reportOf(head(), {}, waivers)).toMatchObject({
      refusals: [],
      environments: [{ newErrors: 0, waived: 2 }],
    });
  });
});
