/**
 * The page of a file on its git host, at a line. Each host names lines in its own way.
 *
 * @param type - of the integration, for example `github`
 */
export function pageOf(url: string, type: string, line?: number): string {
  const page = new URL(url);
  if (type === 'github' || type === 'gitlab') {
    // A folder's address with a file's path works, and loses the line on the way.
    page.pathname = page.pathname.replace(
      /^((?:\/[^/]+)+?(?:\/-)?)\/(?:tree|edit)\//,
      '$1/blob/',
    );
  }
  if (line === undefined) return page.href;
  switch (type) {
    case 'azure':
      page.searchParams.set('line', String(line));
      break;
    case 'bitbucketCloud':
      page.hash = `lines-${line}`;
      break;
    case 'bitbucketServer':
      page.hash = String(line);
      break;
    default:
      page.hash = `L${line}`;
  }
  return page.href;
}
