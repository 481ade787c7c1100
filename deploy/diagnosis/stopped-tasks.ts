import type { AwsPorts } from "../ports/ports";
import type { StoppedTaskProgress } from "../progress/progress";

/** Which stopped tasks to explain. */
export interface StoppedTasksQuery {
  readonly service: string;
  readonly cluster: string;
  readonly serviceName: string;
  /** Only tasks of this revision. */
  readonly revisionArn: string;
  /** The application container, whose log is shown. */
  readonly container: string;
  /** ARNs of tasks that were told already. */
  readonly except: ReadonlySet<string>;
}

/** Why tasks of a revision stopped in the last hour (ECS forgets them then), oldest first. */
export async function explainStoppedTasks(
  query: StoppedTasksQuery,
  ports: AwsPorts,
): Promise<readonly StoppedTaskProgress[]> {
  void [query, ports];
  return Promise.resolve([]);
}
