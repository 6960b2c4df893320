const SHORT_LENGTH = 7;

/** A commit as people call it; what is no hash, as the version of a chart, stays as it is. */
export function shortRevision(revision: string): string {
  return /^[0-9a-f]{40,64}$/.test(revision)
    ? revision.slice(0, SHORT_LENGTH)
    : revision;
}

/** The subject of a commit. */
export function firstLine(message: string | undefined): string | undefined {
  return message?.split('\n')[0] || undefined;
}

/** The name of an author, without the address behind it. */
export function withoutAddress(author: string | undefined): string | undefined {
  return author?.replace(/\s*<[^>]*>$/, '') || undefined;
}
