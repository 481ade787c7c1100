import type { ContainerDefinition } from "../../contract/container-definition";

export interface SeedContainerSettings {
  /** Name of the application container that the seed stands in for. */
  readonly service: string;
  /** Image with a POSIX shell and busybox `httpd`, for example busybox itself. */
  readonly image: string;
  /** Where the load balancer asks for health; undefined for workers. */
  readonly healthCheck?: { readonly port: number; readonly path: string };
}

/** Serves one file at the health-check path, from the writable `/tmp` volume. */
const serveHealthCheck = [
  'file="/tmp/www$SEED_PATH"',
  'case "$file" in */) file="${file}index.html" ;; esac',
  'mkdir -p "$(dirname "$file")"',
  'echo "seed" > "$file"',
  'exec httpd -f -p "$SEED_PORT" -h /tmp/www',
].join("\n");

const waitForFirstRelease = "while :; do sleep 3600; done";

/**
 * What a new service runs until its first deploy: a container of the application's name and port that answers the
 * health check, so that the first apply succeeds before any release exists.
 *
 * @see docs/decisions/0003-seed-image.md
 */
export function seedContainer({ service, image, healthCheck }: SeedContainerSettings): ContainerDefinition {
  const [path = "/"] = healthCheck?.path.split("?") ?? [];
  return {
    name: service,
    image,
    entryPoint: ["sh", "-c"],
    command: [healthCheck ? serveHealthCheck : waitForFirstRelease],
    environment: healthCheck
      ? [
          { name: "SEED_PATH", value: path },
          { name: "SEED_PORT", value: String(healthCheck.port) },
        ]
      : [],
    // The shell and httpd do not handle SIGTERM as process 1.
    linuxParameters: { initProcessEnabled: true },
  };
}
