const hour = 3600;

/** What a deployment takes besides shifting traffic: starting tasks, checking them, stopping the old ones. */
const restMinutes = 30;

/**
 * How long one assumption of a deploy role may last, in seconds: the whole hours that a deployment takes, because a CI's token may be too
 * old to ask again with; 12 hours at most, AWS's own limit.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage-assume.html
 */
export function sessionSeconds(shiftMinutes: number): number {
  const hours = Math.ceil((restMinutes + shiftMinutes) / 60);
  return Math.min(hours, 12) * hour;
}
