import { type Resource } from "../../estate/resource";
import { isPlain, isUnset, numberOf } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { type Rule, type Verdict } from "../rule";
import { isPrimary } from "./databases";

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
const defaultPorts: readonly (readonly [engine: RegExp, port: number])[] = [
  [/postgres/, 5432],
  [/mysql|mariadb|^aurora$/, 3306],
  [/oracle/, 1521],
  [/sqlserver/, 1433],
  [/db2/, 50_000],
];

export const databasesHaveTheirOwnPort: Rule = {
  id: "databases-have-their-own-port",
  title: "Databases do not listen on the port that everybody tries first",
  severity: "warning",
  controls: ["RDS.23"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-23",
  why: "Scans and worms try the default port. This is advice: behind security groups it adds little.",
  fix: "Set `port` when the database is created; a change later restarts it, and its clients must follow.",
  check: (environment) =>
    environment.all("aws_db_instance", "aws_rds_cluster").flatMap((resource) => portOf(resource)),
};

function portOf(resource: Resource): readonly Verdict[] {
  const { engine, port } = resource.values;
  // The engine of a replica is that of its source.
  if (isUnset(engine) && !isPrimary(resource)) return [];
  const [, usual] = defaultPorts.find(([pattern]) => isPlain(engine) && pattern.test(String(engine))) ?? [];
  const own = numberOf(port);
  if (own !== undefined && own !== usual) return [{ resource }];
  const must =
    usual === undefined
      ? "must be told by the files"
      : "must be another port than the usual one of its engine";
  return [{ resource, problem: { attribute: "port", must, got: showValue(port) } }];
}
