import { forges } from "../../../verify/comment/forges";
import { markerLine } from "../../../verify/comment/marker";

describe("markerLine", () => {
  test.each([
    ["@shop/infra-live_2.0", "@shop/infra-live_2.0"],
    ["a --> b", "a %2D-%3E b"],
    ["a\nb", "a%0Ab"],
    ["100%", "100%25"],
    ["größe", "gr%C3%B6%C3%9Fe"],
  ])("writes the name %j as %s", (name, written) => {
    expect(markerLine(forges.gitlab, name)).toBe(`<!-- ecs-env review: ${written} -->`);
  });
});
