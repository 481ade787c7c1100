/** An image by tag or by digest. */
export type ImageSelector = { readonly tag: string } | { readonly digest: string };

export interface RegistryImage {
  /** `sha256:…` */
  readonly digest: string;
  /** Manifest or image index, byte by byte as it was pushed. */
  readonly manifest: string;
  readonly mediaType: string;
}

/**
 * One repository of ECR, in whatever account it is.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/APIReference/Welcome.html
 */
export interface RegistryPort {
  /** Undefined when there is no such image. @throws AWS's own errors, `RepositoryNotFoundException` among them */
  getImage(selector: ImageSelector): Promise<RegistryImage | undefined>;
  /** Content of a blob, such as an image's configuration, which is JSON. */
  readBlob(digest: string): Promise<string>;
  /** All tags of an image. */
  tagsOf(digest: string): Promise<readonly string[]>;
  /** Adds a tag to an image; a movable tag leaves the image that had it. Nothing happens when the image has it already. */
  putTag(image: RegistryImage, tag: string): Promise<void>;
}
