/** The address of a page below the site, as mkdocs writes it: `index.md` is ``, `a/b.md` is `a/b/`. */
export function pageLocation(source: string): string {
  const bare = source.replace(/\.md$/i, '');
  return bare === 'index' || bare.endsWith('/index') || bare === 'README'
    ? bare.replace(/(index|README)$/, '')
    : `${bare}/`;
}

/** The HTML file of a page. */
export function outputPath(source: string): string {
  return `${pageLocation(source)}index.html`;
}

/** The way from one page location to another, for a link. */
export function relativeLocation(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return `${up}${to}` || './';
}
