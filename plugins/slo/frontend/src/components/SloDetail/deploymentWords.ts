const SHORT_LENGTH = 7;

/** A commit as people call it; what is no hash, as the version of a chart, stays as it is. */
export function shortRevision(revision: string): string {
  return /^[0-9a-f]{40,64}$/.test(revision)
    ? revision.slice(0, SHORT_LENGTH)
    : revision;
}

/** What a forge writes first when it merges; the title of the change follows after a blank line. */
const MERGE = /^Merge (pull request|branch|remote-tracking branch)\b/;

/** The title of a change, also where a merge stands above it. */
export function changeTitle(message: string | undefined): string | undefined {
  const lines = (message ?? '').split('\n').filter(line => line.trim() !== '');
  const [first, second] = lines;
  return first && MERGE.test(first) && second ? second : first;
}

/** The name of an author, without the address behind it. */
export function withoutAddress(author: string | undefined): string | undefined {
  return author?.replace(/\s*<[^>]*>$/, '') || undefined;
}
