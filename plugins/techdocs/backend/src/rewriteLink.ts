import { posix } from 'node:path';
import { pageLocation, relativeLocation } from './pageLocations';

/** A link as written in a Markdown file, as it must read in that file's page, which lies one folder deeper. */
export function rewriteLink(link: string, file: string): string {
  if (/^([a-z][a-z0-9+.-]*:|\/\/|\/|#)/i.test(link)) {
    return link;
  }
  const [, path, rest] = /^([^?#]*)(.*)$/s.exec(link)!;
  const target = posix.join(posix.dirname(file), path);
  if (target.startsWith('..')) {
    return link;
  }
  const destination = /\.md$/i.test(target) ? pageLocation(target) : target;
  return relativeLocation(pageLocation(file), destination) + rest;
}
