/** A search of GitHub's, as far as this forge reads it. */
export interface Search {
  /** `owner/name`, lower case; empty for all. */
  repositories: string[];
  /** Lower case; empty for all. */
  owners: string[];
  /** Lower case; all must be there. */
  words: string[];
  matches(path: string, text: string): boolean;
}

/** Reads words, quoted phrases, and the qualifiers `repo`, `org`, `user`, `filename`, `path`, `extension` and `in`. */
export function parseSearch(query: string): Search {
  const qualifiers = new Map<string, string[]>();
  const words: string[] = [];
  for (const [, key, quoted, plain] of query.matchAll(
    /(?:(\w+):)?(?:"([^"]*)"|(\S+))/g,
  )) {
    const value = (quoted ?? plain).toLowerCase();
    if (key) qualifiers.set(key, [...(qualifiers.get(key) ?? []), value]);
    else words.push(value);
  }
  const values = (key: string) => qualifiers.get(key) ?? [];
  const inPath = values('in').some(value => value.includes('path'));
  return {
    repositories: values('repo'),
    owners: [...values('org'), ...values('user')],
    words,
    matches(path, text) {
      const lower = path.toLowerCase();
      const name = lower.split('/').at(-1)!;
      const content = inPath ? lower : text.toLowerCase();
      return (
        values('filename').every(value => name.includes(value)) &&
        values('path').every(value => inFolder(lower, value)) &&
        values('extension').every(value => name.endsWith(`.${value}`)) &&
        words.every(word => content.includes(word))
      );
    },
  };
}

function inFolder(path: string, folder: string): boolean {
  const clean = folder.replace(/^\/+|\/+$/g, '');
  return clean === '' || path === clean || path.startsWith(`${clean}/`);
}
