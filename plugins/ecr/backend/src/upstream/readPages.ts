import { faultError } from '@shopstack/plugin-kit-node';

/** Pages may be shorter than asked; beyond so many the paging cannot be right (default quota: 100,000 images). */
const MOST_PAGES = 10_000;

/**
 * Reads page after page; a page is known only by the token of the one before it.
 *
 * @param enough - when it holds, what is left is not read
 * @returns the pages, and whether some were not read
 * @throws UpstreamError `malformed` when a token comes again, for then the pages would not end
 */
export async function readPages<P>(
  upstream: string,
  read: (nextToken: string | undefined) => Promise<P & { nextToken?: string }>,
  enough: (pages: P[]) => boolean = () => false,
): Promise<{ pages: P[]; truncated: boolean }> {
  const pages: P[] = [];
  const tokens = new Set<string>();
  let nextToken: string | undefined;
  while (pages.length < MOST_PAGES) {
    const page = await read(nextToken);
    pages.push(page);
    nextToken = page.nextToken;
    if (!nextToken) {
      return { pages, truncated: false };
    }
    if (tokens.has(nextToken)) {
      break;
    }
    if (enough(pages)) {
      return { pages, truncated: true };
    }
    tokens.add(nextToken);
  }
  throw faultError('malformed', upstream, new Error('Paging does not end'));
}
