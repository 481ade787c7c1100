import { formatPorts } from "../../../verify/network/ports";
import { readNetwork } from "../../../verify/network/read-network";
import { foreignEnvironment } from "./foreign-environment";

/** Who reaches whom, without what tasks may call on the internet; a person checked each line against the files. */
const paths: Readonly<Record<string, readonly string[]>> = {
  "counted-zones": [
    "internet -> service.parrot: tcp 3000 through balancer.parrot",
    // Its subnets have a NAT gateway and tasks a public address: they come back in through the balancer.
    "service.parrot -> service.parrot: tcp 3000 through balancer.parrot",
  ],
  "web-with-database": [
    // The group of tasks takes every port from the balancer, which listens on 80 only; 443 is open without a listener.
    "internet -> service.web: tcp 80 through balancer.entrance",
    "service.web -> service.web: tcp 80 through balancer.entrance",
    "service.web -> database.bakery: tcp 5432",
    "service.web -> filesystem.shop: tcp 2049",
    "instance.jump -> service.web: tcp 80 through balancer.entrance",
    // It shares the group of the tasks.
    "instance.jump -> database.bakery: tcp 5432",
    "instance.jump -> filesystem.shop: tcp 2049",
  ],
  "nested-modules": [
    "internet -> service.greeting: tcp 80 through balancer.acceptance-edge?",
    "service.greeting -> service.greeting: tcp 80 through balancer.acceptance-edge?",
    // The machines that run it, which the files do not say: its containers may be in any group, that of the balancer among them.
    "service.greeting -> instance.machines: tcp 32768-61000?",
    "instance.machines -> service.greeting: every port?",
    "instance.machines -> service.greeting: tcp 80 through balancer.acceptance-edge?",
    "internet -> service.greeting: every port?",
  ],
  // All that could be reached is made by modules that are not there.
  "registry-modules": [],
  "blue-green": [
    // Tasks are open on 8000 to everyone and have a public address, but their subnets lead out through NAT.
    "internet -> service.api: tcp 8000 through balancer.main",
    "service.api -> service.api: tcp 8000 through balancer.main",
    // The shared group lets in itself.
    "service.api -> service.api: every port",
    "service.api -> database.main: tcp 5432",
  ],
  "service-per-entry": [
    // The network balancer has no group; tasks let in the addresses of its subnets, which are theirs, too.
    "internet -> service.star: tcp 8080 through balancer.star",
    "service.moon -> service.star: tcp 8080 through balancer.star",
    "service.moon -> service.star: tcp 8080",
    "service.star -> service.star: tcp 8080 through balancer.star",
    "service.star -> service.star: tcp 8080",
  ],
};

describe.each(Object.entries(paths))("Paths in %s", (name, expected) => {
  test("are these, those that the files leave open with a question mark", async () => {
    const network = readNetwork(await foreignEnvironment(name));
    const inside = network.paths.filter(({ to }) => to.kind !== "internet");
    const told = inside.map(({ from, to, ports, through, undecided }) => {
      const way = through.length > 0 ? ` through ${through.map((one) => one.name).join(", ")}` : "";
      const every = ports.some((range) => range.to - range.from > 65_000);
      return `${from.name} -> ${to.name}: ${every ? "every port" : formatPorts(ports)}${way}${undecided ? "?" : ""}`;
    });
    expect(told.toSorted()).toEqual(expected.toSorted());
  });
});

test("Containers on machines are in networks that only the machines know", async () => {
  const { paths: all } = readNetwork(await foreignEnvironment("nested-modules"));
  const [path] = all.filter(({ from, to }) => from.name === "internet" && to.name === "service.greeting");
  expect(path?.undecided).toEqual([
    "the network of the instances that run nested-modules/aws_ecs_service.greeting",
  ]);
});

test("A listener that redirects leads nowhere", async () => {
  const { paths: all } = readNetwork(await foreignEnvironment("blue-green"));
  const entries = all
    .filter(({ from }) => from.name === "internet")
    .map(({ entryPorts }) => formatPorts(entryPorts));
  expect(entries).toEqual(["tcp 443"]);
});
