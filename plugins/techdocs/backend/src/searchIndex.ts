import type { Page } from './renderPage';

/** The index in the form of mkdocs, which the TechDocs collator reads. */
export function searchIndex(pages: readonly Page[]): string {
  return JSON.stringify({
    config: { lang: ['en'], separator: '[\\s\\-]+' },
    docs: pages.map(({ location, title, text }) => ({ location, title, text })),
  });
}
