import { relativeLocation } from './pageLocations';
import type { RenderedMarkdown } from './markdownRenderer';
import type { NavigationEntry, Site } from './readSite';
import { stylesheet } from './stylesheet';

export interface Page extends RenderedMarkdown {
  source: string;
  location: string;
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escape = (text: string) => text.replace(/[&<>"]/g, c => escapes[c]);

function navigationList(
  entries: readonly NavigationEntry[],
  page: Page,
  pages: readonly Page[],
): string {
  const items = entries.map(entry => {
    if (entry.children) {
      return `<li class="md-nav__item md-nav__item--nested"><span class="md-nav__link">${escape(
        entry.title,
      )}</span><nav class="md-nav">${navigationList(
        entry.children,
        page,
        pages,
      )}</nav></li>`;
    }
    const target = pages.find(each => each.source === entry.source);
    if (!target) {
      return '';
    }
    const own =
      target === page
        ? 'class="md-nav__link md-nav__link--active" aria-current="page"'
        : 'class="md-nav__link"';
    return `<li class="md-nav__item"><a ${own} href="${escape(
      relativeLocation(page.location, target.location),
    )}">${escape(entry.title || target.title)}</a></li>`;
  });
  return `<ul class="md-nav__list">${items.join('')}</ul>`;
}

function contents(page: Page): string {
  const items = page.headings
    .filter(heading => heading.level === 2 || heading.level === 3)
    .map(
      heading =>
        `<li class="md-nav__item"><a class="md-nav__link" href="#${heading.id}">${escape(
          heading.text,
        )}</a></li>`,
    );
  return items.length
    ? `<nav class="md-nav md-nav--secondary" aria-label="Table of contents"><label class="md-nav__title">On this page</label><ul class="md-nav__list">${items.join(
        '',
      )}</ul></nav>`
    : '';
}

/** A whole page in the structure (classes of mkdocs-material) that the TechDocs reader styles. */
export function renderPage(options: {
  page: Page;
  pages: readonly Page[];
  site: Site;
}): string {
  const { page, pages, site } = options;
  const navigation =
    site.navigation ?? pages.map(({ source, title }) => ({ source, title }));
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escape(page.title)} - ${escape(site.name)}</title><link rel="stylesheet" href="${relativeLocation(page.location, stylesheet.path)}"></head>
<body>
<div class="md-container" data-md-component="container"><main class="md-main" data-md-component="main"><div class="md-main__inner md-grid">
<div class="md-sidebar md-sidebar--primary" data-md-component="sidebar"><div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner"><nav class="md-nav md-nav--primary" aria-label="Navigation"><label class="md-nav__title">${escape(site.name)}</label>${navigationList(navigation, page, pages)}</nav></div></div></div>
<div class="md-sidebar md-sidebar--secondary" data-md-component="sidebar"><div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner">${contents(page)}</div></div></div>
<div class="md-content" data-md-component="content"><article class="md-content__inner md-typeset">
${page.html}</article></div>
</div></main></div>
</body>
</html>
`;
}
