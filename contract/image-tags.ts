/** First part of the tags that say that an image was healthy in an environment. */
export function healthyTagPrefix(environment: string): string {
  return `healthy-${environment}-`;
}

/**
 * Tag that says that an image was healthy in an environment: immutable, and another one for each image.
 *
 * @param digest `sha256:…`
 */
export function healthyImageTag(environment: string, digest: string): string {
  return `${healthyTagPrefix(environment)}${digest.replace(/^sha256:/, "").slice(0, 16)}`;
}
