import {
  mkdtemp,
  mkdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { GeneratorRunOptions } from '@backstage/plugin-techdocs-node';
import { MarkdownGenerator } from './MarkdownGenerator';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'techdocs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function generate(files: Record<string, string>) {
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, 'in', path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  await new MarkdownGenerator().run({
    inputDir: join(folder, 'in'),
    outputDir: join(folder, 'out'),
    etag: 'abc',
  } as GeneratorRunOptions);
  return (path: string) => readFile(join(folder, 'out', path), 'utf8');
}

describe('MarkdownGenerator', () => {
  it('writes pages, navigation, contents, links, assets, index and metadata', async () => {
    const read = await generate({
      'mkdocs.yml':
        'site_name: Orders & more\nnav:\n  - Home: index.md\n  - Operate:\n      - Runbook: operate/runbook.md\n',
      'docs/index.md':
        '# Orders\n\nSee [the runbook](operate/runbook.md#roll-back) and ![plan](plan.svg).\n\n## Why\n\n## Why\n',
      'docs/operate/runbook.md':
        '# Runbook\n\n[Back](../index.md)\n\n## Roll back\n',
      'docs/plan.svg': '<svg/>',
    });
    const home = await read('index.html');
    expect(home).toContain('<a href="operate/runbook/#roll-back">');
    expect(home).toContain('src="plan.svg"');
    expect(home).toContain('id="why"');
    expect(home).toContain('id="why_1"');
    expect(home).toContain(
      '<a class="headerlink" href="#why_1" title="Permanent link">&para;</a></h2>',
    );
    expect(home).toContain('Orders &amp; more');
    expect(home).toContain('aria-current="page" href="./">Home');
    expect(home).toMatch(/md-nav__link" href="operate\/runbook\/">Runbook/);
    const runbook = await read('operate/runbook/index.html');
    expect(runbook).toContain('<a href="../../">Back</a>');
    expect(await read('plan.svg')).toBe('<svg/>');
    const metadata = JSON.parse(await read('techdocs_metadata.json'));
    expect(metadata).toMatchObject({ site_name: 'Orders & more', etag: 'abc' });
    expect(metadata.files).toContain('operate/runbook/index.html');
    expect(JSON.parse(await read('search/search_index.json')).docs).toEqual([
      expect.objectContaining({ location: '', title: 'Orders' }),
      expect.objectContaining({
        location: 'operate/runbook/',
        title: 'Runbook',
      }),
    ]);
  });

  it('gives every page a stylesheet of the one name that the reader lets through', async () => {
    const read = await generate({
      'docs/index.md': '# Orders\n',
      'docs/operate/runbook.md': '# Runbook\n',
    });
    const [, href] = (await read('operate/runbook/index.html')).match(
      /<link rel="stylesheet" href="([^"]+)">/,
    )!;
    // The condition of @backstage/plugin-techdocs; a page without such a link is never shown.
    expect(href).toMatch(/main\.[A-Fa-f0-9]{8}\.min\.css$/);
    expect(await read(join('operate/runbook', href))).toContain('.md-typeset');
    expect(
      (await read('index.html')).includes(href.replace('../../', '')),
    ).toBe(true);
  });

  it('gives search the words of a page without their marks', async () => {
    const read = await generate({
      'docs/index.md':
        '# Orders\n\n| file | does |\n|---|---|\n| `src/a.js` | *one*\nthing |\n\nSee **the**\n[plan](https://plan.example) ![of it](plan.svg).\n\n```sh\nnpm ci\n```\n',
    });
    const { docs } = JSON.parse(await read('search/search_index.json'));
    expect(docs[0].text.split('\n')).toEqual(
      expect.arrayContaining([
        'Orders',
        'src/a.js',
        'one',
        'See the plan of it.',
        'npm ci',
      ]),
    );
    expect(docs[0].text).not.toMatch(/[`*]|https/);
  });

  it('shows raw HTML as text and drops dangerous links', async () => {
    const read = await generate({
      'docs/index.md':
        '# <script>alert(1)</script>\n\n<img src=x onerror=alert(1)> [x](javascript:alert(1))\n',
    });
    const home = await read('index.html');
    expect(home).not.toMatch(/<script|<img|href="javascript/);
  });

  it('never follows a link out of the documentation', async () => {
    await writeFile(join(folder, 'secret.md'), '# secret');
    await mkdir(join(folder, 'in/docs'), { recursive: true });
    await symlink(join(folder, 'secret.md'), join(folder, 'in/docs/leak.md'));
    const read = await generate({ 'docs/index.md': '# Home' });
    await expect(read('leak/index.html')).rejects.toThrow();
    await expect(generate({ 'mkdocs.yml': 'docs_dir: ..' })).rejects.toThrow(
      'outside the documentation',
    );
    await expect(generate({ 'mkdocs.yml': 'docs_dir: none' })).rejects.toThrow(
      'does not exist',
    );
  });
});
