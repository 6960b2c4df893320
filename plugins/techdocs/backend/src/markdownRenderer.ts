import MarkdownIt from 'markdown-it';
import { rewriteLink } from './rewriteLink';

export interface Heading {
  level: number;
  id: string;
  text: string;
}

export interface RenderedMarkdown {
  title: string;
  headings: Heading[];
  html: string;
  /** The text without markup, for the search index. */
  text: string;
}

function slug(text: string, taken: Set<string>): string {
  const base =
    text
      .toLocaleLowerCase('en-US')
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replace(/\s+/g, '-') || 'section';
  let id = base;
  for (let count = 1; taken.has(id); count += 1) {
    id = `${base}_${count}`;
  }
  taken.add(id);
  return id;
}

const withoutFrontMatter = (text: string) =>
  text.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '');

// `html: false` shows raw HTML as text, and markdown-it refuses javascript: and data: links by itself.
const markdown = new MarkdownIt({ html: false, linkify: true });

// The mark behind a heading that gives its address away, as mkdocs writes it.
markdown.renderer.rules.heading_close = (tokens, index, options, _, self) => {
  const id = tokens[index - 2].attrGet('id') ?? '';
  const address = markdown.utils.escapeHtml(`#${encodeURIComponent(id)}`);
  return `<a class="headerlink" href="${address}" title="Permanent link">&para;</a>${self.renderToken(tokens, index, options)}`;
};

/** What a reader sees of a block: no backticks, asterisks and link targets. Empty for the marks around a block. */
function plainText(token: ReturnType<typeof markdown.parse>[number]): string {
  if (token.type !== 'inline') {
    return token.content;
  }
  return (token.children ?? [])
    .map(child => (child.type.endsWith('break') ? ' ' : child.content))
    .join('');
}

function render(source: string, file: string): RenderedMarkdown {
  const tokens = markdown.parse(withoutFrontMatter(source), {});
  const headings: Heading[] = [];
  const taken = new Set<string>();
  const words: string[] = [];
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') {
      const text = tokens[index + 1].content.replace(/[`*_]/g, '');
      const id = slug(text, taken);
      token.attrSet('id', id);
      headings.push({ level: Number(token.tag.slice(1)), id, text });
    }
    words.push(plainText(token));
    for (const child of token.children ?? []) {
      const attribute = child.type === 'image' ? 'src' : 'href';
      const link = child.attrGet(attribute);
      if (link) {
        child.attrSet(attribute, rewriteLink(link, file));
      }
    }
  });
  return {
    title: headings[0]?.text ?? file.replace(/\.md$/, ''),
    headings,
    html: markdown.renderer.render(tokens, markdown.options, {}),
    text: words.filter(Boolean).join('\n'),
  };
}

/** Markdown to HTML without raw HTML, with ids on headings and links between pages as mkdocs writes them. */
export const markdownRenderer = { render };
