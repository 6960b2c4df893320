import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type {
  GeneratorBase,
  GeneratorRunOptions,
} from '@backstage/plugin-techdocs-node';
import { copyAssets } from './copyAssets';
import { listFiles } from './listFiles';
import { markdownRenderer } from './markdownRenderer';
import { outputPath, pageLocation } from './pageLocations';
import { renderPage, type Page } from './renderPage';
import { searchIndex } from './searchIndex';
import { readSite } from './readSite';
import { stylesheet } from './stylesheet';

/** Turns `mkdocs.yml` and its Markdown pages into the files that the TechDocs reader shows. */
export class MarkdownGenerator implements GeneratorBase {
  /**
   * Writes one HTML page per Markdown file, the other files of the docs folder, the search index and the metadata.
   * @throws InputError when `mkdocs.yml` cannot be read, or names a page outside the docs folder
   */
  async run(options: GeneratorRunOptions): Promise<void> {
    const { inputDir, outputDir, etag, siteOptions } = options;
    const site = await readSite(inputDir, siteOptions?.name);
    const files = await listFiles(site.docsDirectory);
    const sources = files.filter(file => file.endsWith('.md'));
    const pages: Page[] = [];
    for (const source of sources) {
      const text = await readFile(join(site.docsDirectory, source), 'utf8');
      pages.push({
        source,
        location: pageLocation(source),
        ...markdownRenderer.render(text, source),
      });
    }
    const outputs = new Map<string, string>(
      pages.map(page => [
        outputPath(page.source),
        renderPage({ page, pages, site }),
      ]),
    );
    outputs.set(stylesheet.path, stylesheet.content);
    outputs.set('search/search_index.json', searchIndex(pages));
    await copyAssets(
      site.docsDirectory,
      outputDir,
      files.filter(file => !file.endsWith('.md')),
    );
    outputs.set(
      'techdocs_metadata.json',
      JSON.stringify({
        site_name: site.name,
        site_description: site.description,
        build_timestamp: Date.now(),
        files: [...outputs.keys(), ...files.filter(f => !f.endsWith('.md'))],
        ...(etag ? { etag } : {}),
      }),
    );
    for (const [path, content] of outputs) {
      const target = join(outputDir, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  }
}
