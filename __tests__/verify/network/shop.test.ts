import { readNetwork } from "../../../verify/network/read-network";
import {
  describeDeclared,
  describePath,
  needsDeclaration,
} from "../../../verify/rules/reachability/declared-paths";
import { shopEstate } from "../../support/shop";
import { stacksOf, verifiedEstate } from "../../support/verified";

const shop = verifiedEstate(stacksOf(shopEstate())).environments.filter(({ declaration }) => declaration);

describe.each(shop.map((environment) => [environment.name, environment] as const))(
  "the network of the shop's %s",
  (_, environment) => {
    test("has the declared paths and no others", () => {
      const paths = readNetwork(environment).paths.filter(needsDeclaration).map(describePath);
      expect(paths.sort()).toEqual((environment.declaration?.paths ?? []).map(describeDeclared).sort());
    });
  },
);
