import { domainName } from "../../../config/checks/domain-name";
import { placesOf } from "../support/check-cases";
import { devInput } from "../support/inputs";

const withName = (name: string) => devInput({ domain: { zone: "dev.example.com", name } });

describe("domainName", () => {
  test.each(["dev.example.com", "shop.dev.example.com"])("accepts %s", (name) => {
    expect(placesOf(domainName, withName(name))).toEqual([]);
  });

  test.each(["shop.example.com", "shopdev.example.com", `${"a".repeat(49)}.dev.example.com`])(
    "refuses %s",
    (name) => {
      expect(placesOf(domainName, withName(name))).toEqual(["domain.name"]);
    },
  );

  test("accepts a name as long as a certificate allows", () => {
    expect(placesOf(domainName, withName(`${"a".repeat(48)}.dev.example.com`))).toEqual([]);
  });

  test("says nothing without a domain", () => {
    expect(placesOf(domainName, devInput())).toEqual([]);
  });
});
