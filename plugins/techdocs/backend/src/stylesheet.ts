import { createHash } from 'node:crypto';

/** What a site needs beside the styles of the TechDocs reader, in the reader's own colours. */
const CONTENT = `/* There is no drawer to open: the navigation stands above the page on a narrow screen. */
#toggle-sidebar {
  display: none;
}

.md-main__inner {
  display: block;
}

.md-sidebar__scrollwrap {
  overflow-y: auto;
}

.md-nav__title {
  display: block;
  padding: 0.25rem 0 0.5rem;
  font-weight: 700;
}

.md-nav__list {
  margin: 0;
  padding: 0;
  list-style: none;
}

.md-nav .md-nav {
  padding-inline-start: 1rem;
}

.md-nav__link {
  padding: 0.25rem 0;
  color: var(--md-default-fg-color);
  text-decoration: none;
}

.md-nav__link[href]:hover {
  text-decoration: underline;
}

.md-content__inner {
  max-width: 48rem;
  padding: 0 1.5rem;
  overflow-wrap: break-word;
}

.md-typeset {
  color: var(--md-default-fg-color);
  line-height: 1.6;
}

/* The reader reckons its headings for the root size of mkdocs-material, and makes them smaller than the text. */
.md-typeset h1 {
  margin: 0 0 1rem;
  font-size: 1.75em !important;
}

.md-typeset h2 {
  margin: 2rem 0 0.5rem;
  font-size: 1.375em !important;
}

.md-typeset h3 {
  margin: 1.5rem 0 0.5rem;
  font-size: 1.125em !important;
}

.md-typeset :is(h4, h5, h6) {
  margin: 1rem 0 0.25rem;
  font-size: 1em !important;
}

.md-typeset a {
  color: var(--md-typeset-a-color);
}

.md-typeset .headerlink {
  margin-inline-start: 0.5rem;
  text-decoration: none;
  opacity: 0;
}

.md-typeset :is(h1, h2, h3, h4, h5, h6):hover .headerlink,
.md-typeset .headerlink:focus-visible {
  opacity: 1;
}

.md-typeset img {
  max-width: 100%;
}

.md-typeset :is(code, pre) {
  border-radius: 0.25rem;
  background: var(--md-default-fg-color--lightest);
  font-family: ui-monospace, Menlo, Consolas, monospace;
  font-size: 0.9em;
}

.md-typeset code {
  padding: 0.1em 0.3em;
}

/* The reader's copy button hangs in the corner of its block; its own styles do not reach into the page. */
.md-typeset pre {
  position: relative;
  padding: 0.75rem 1rem;
  overflow-x: auto;
}

.md-clipboard {
  display: inline-flex;
  padding: 0.25rem;
  border: 0;
  border-radius: 0.25rem;
  background: transparent;
  color: var(--md-default-fg-color--light);
  cursor: pointer;
}

.md-clipboard:is(:hover, :focus-visible) {
  color: var(--md-default-fg-color);
}

.md-clipboard svg {
  width: 1.125rem;
  height: 1.125rem;
  fill: currentcolor;
}

.md-typeset pre code {
  padding: 0;
  background: none;
  font-size: 1em;
}

.md-typeset table {
  display: block;
  width: max-content;
  max-width: 100%;
  overflow-x: auto;
  border-collapse: collapse;
}

.md-typeset :is(th, td) {
  padding: 0.4rem 0.75rem;
  border-bottom: 1px solid var(--md-default-fg-color--lighter);
  text-align: start;
  vertical-align: top;
}

.md-typeset blockquote {
  margin-inline: 0;
  padding-inline-start: 1rem;
  border-inline-start: 3px solid var(--md-default-fg-color--lighter);
}

@media screen and (max-width: 76.1875em) {
  .md-sidebar.md-sidebar--primary {
    position: static;
    width: auto !important;
    height: auto;
    padding: 0 1.5rem;
  }

  .md-sidebar--primary .md-sidebar__scrollwrap {
    width: auto;
  }

  .md-nav--primary .md-nav__title {
    padding: 0.5rem 0;
  }

  .md-content__inner {
    margin-top: 1.5rem;
  }
}
`;

const digest = createHash('sha256').update(CONTENT).digest('hex').slice(0, 8);

/**
 * The stylesheet of every site. The TechDocs reader shows nothing before a stylesheet of the page has loaded, and lets
 * through only one that is named as mkdocs-material names its own: `main.<8 hexadecimal digits>.min.css`.
 */
export const stylesheet = {
  path: `assets/stylesheets/main.${digest}.min.css`,
  content: CONTENT,
};
