/** What the environment file says about the service whose containers are read. */
export interface ContainerFileContext {
  /**
   * Name of the environment, in whose folder the file must be.
   *
   * @default - any folder of `environments/`
   */
  readonly environment?: string;
  /**
   * AWS account id of the environment, in which secrets must be.
   *
   * @default - unknown, so that references are not compared with it
   */
  readonly account?: string;
  /**
   * AWS region of the environment, in which secrets must be.
   *
   * @default - unknown, so that references are not compared with it
   */
  readonly region?: string;
  /**
   * Whether tasks have no way to the internet and reach private registries of the region only.
   *
   * @default false
   */
  readonly privateImagesOnly?: boolean;
  /**
   * Whether nobody wrote the path of the file, so that it cannot be misspelt.
   *
   * @default false
   */
  readonly isDefaultPath?: boolean;
  /** Name of the service and of its application container, which must exist. */
  readonly service: string;
  /**
   * CPU units of the task.
   *
   * @default - unknown, so that containers are not compared with it
   */
  readonly cpu?: number;
  /**
   * Memory of the task.
   *
   * @default - unknown, so that containers are not compared with it
   */
  readonly memoryMiB?: number;
  /**
   * Port of the service.
   *
   * @default - none, as for a worker
   */
  readonly port?: number;
  /**
   * Time that the service gives its tasks to end.
   *
   * @default - unknown, so that the application container may choose
   */
  readonly stopTimeoutSeconds?: number;
  /** Container name → reason why its root file system is writable. */
  readonly writableContainers: Readonly<Record<string, string>>;
  /** Variables that the library sets in the application container, so that people must not. */
  readonly generatedNames: readonly string[];
}
