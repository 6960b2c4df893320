import { lstat, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import { parse } from 'yaml';

export interface NavigationEntry {
  title: string;
  /** Markdown file below the docs folder; absent for a section. */
  source?: string;
  children?: NavigationEntry[];
}

export interface Site {
  name: string;
  description: string;
  docsDirectory: string;
  /** Absent when `mkdocs.yml` has none: then every page is listed. */
  navigation?: NavigationEntry[];
}

async function readManifest(input: string): Promise<Record<string, unknown>> {
  for (const name of ['mkdocs.yml', 'mkdocs.yaml']) {
    const file = join(input, name);
    const status = await lstat(file).catch(() => undefined);
    if (status?.isFile()) {
      try {
        // Unknown tags (mkdocs allows Python ones) become plain values: nothing of the file is executed.
        return (
          parse(await readFile(file, 'utf8'), { logLevel: 'silent' }) ?? {}
        );
      } catch (error) {
        throw new InputError(`${name} is not YAML`, error);
      }
    }
  }
  return {};
}

function readNavigation(value: unknown): NavigationEntry[] | undefined {
  if (!Array.isArray(value)) {
    return undefined;
  }
  return value.flatMap((item): NavigationEntry[] => {
    if (typeof item === 'string') {
      return [{ title: '', source: item }];
    }
    if (typeof item !== 'object' || item === null) {
      return [];
    }
    return Object.entries(item).map(([title, content]) =>
      typeof content === 'string'
        ? { title, source: content }
        : { title, children: readNavigation(content) ?? [] },
    );
  });
}

/**
 * Reads `mkdocs.yml`: site name and description, `docs_dir` and `nav`.
 * @throws InputError when the docs folder is missing or outside the input folder
 */
export async function readSite(input: string, name?: string): Promise<Site> {
  const manifest = await readManifest(input);
  const folder = String(manifest.docs_dir ?? 'docs');
  const root = await realpath(input);
  const docsDirectory = await realpath(join(input, folder)).catch(() => {
    throw new InputError(`The docs folder ${folder} does not exist`);
  });
  if (!docsDirectory.startsWith(root + sep)) {
    throw new InputError(`docs_dir ${folder} is outside the documentation`);
  }
  return {
    name: String(manifest.site_name ?? name ?? 'Documentation'),
    description: String(manifest.site_description ?? ''),
    docsDirectory,
    navigation: readNavigation(manifest.nav),
  };
}
