/** Names of the container variables and secrets that the library adds to the application container. */
export interface DatabaseVariableNames {
  readonly host: string;
  readonly port: string;
  readonly name: string;
  readonly username: string;
  readonly password: string;
}

/** `order-history` → `ORDER_HISTORY_URL`: the URL of a called service. */
export function serviceUrlVariable(service: string): string {
  return `${screamingSnake(service)}_URL`;
}

/** `orders` → `ORDERS_DB_HOST`, `ORDERS_DB_PORT`, `ORDERS_DB_NAME`; `…_USERNAME` and `…_PASSWORD` are secrets. */
export function databaseVariables(database: string): DatabaseVariableNames {
  const prefix = `${screamingSnake(database)}_DB`;
  return {
    host: `${prefix}_HOST`,
    port: `${prefix}_PORT`,
    name: `${prefix}_NAME`,
    username: `${prefix}_USERNAME`,
    password: `${prefix}_PASSWORD`,
  };
}

function screamingSnake(name: string): string {
  return name.replaceAll("-", "_").toUpperCase();
}
