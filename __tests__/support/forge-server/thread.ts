export interface StoredComment {
  readonly id: number;
  readonly author: "us" | "somebody";
  body: string;
  isDeleted: boolean;
}

/** The comments of the one merge request that a forge server has. */
export class Thread {
  /** The one token that is accepted. */
  readonly token = "s3cret-T0ken";
  /** False for a token that may only read. */
  mayWrite = true;
  /** GitLab: ids of notes that the token may not see; they take room on their page. */
  readonly unseen = new Set<number>();
  /** GitLab: quick actions that were run. */
  readonly commands: string[] = [];
  private readonly all: StoredComment[] = [];

  add(body: string, author: StoredComment["author"] = "us"): StoredComment {
    const comment = { id: 1000 + this.all.length, author, body, isDeleted: false };
    this.all.push(comment);
    return comment;
  }

  /** Oldest first, deleted ones included. */
  get comments(): readonly StoredComment[] {
    return this.all;
  }

  get existing(): readonly StoredComment[] {
    return this.all.filter(({ isDeleted }) => !isDeleted);
  }

  find(id: number): StoredComment | undefined {
    return this.existing.find((comment) => comment.id === id);
  }
}

/** One page of a list that is asked for by number and size. */
export function cutPage<T>(items: readonly T[], query: URLSearchParams, sizeName: string, usual: number) {
  const size = Math.min(Number(query.get(sizeName) ?? usual), 100);
  const page = Number(query.get("page") ?? 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  return {
    items: items.slice((page - 1) * size, page * size),
    page,
    next: page < last ? page + 1 : undefined,
  };
}
