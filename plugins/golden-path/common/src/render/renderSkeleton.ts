import { Environment } from 'nunjucks';
import { FreeText } from './FreeText';
import { escapeJson, escapeMarkdown } from './escapes';

/** One file of a skeleton. */
export interface SkeletonFile {
  content: string;
  executable: boolean;
}

/** Files of a skeleton by path; `__name__` in a path stands for a value. */
export type Skeleton = ReadonlyMap<string, SkeletonFile>;

/** What a skeleton may use. */
type RenderValues = Record<string, unknown>;

const environment = createEnvironment();

/**
 * Renders one text. Delimiters are `<$ value $>`, `<% block %>` and `<# comment #>`, which collide neither with
 * GitHub Actions nor with Terraform nor with shell (see docs/decisions/0003).
 *
 * @throws Error naming the value that the text uses and nobody gave.
 */
export function renderText(text: string, values: RenderValues): string {
  return environment.renderString(text, values);
}

/** Renders a path: `__key__` is replaced by the value of `key`. */
function renderPath(path: string, values: RenderValues): string {
  return path.replace(/__([a-zA-Z]+)__/g, (_all, key: string) => {
    const value = values[key];
    if (typeof value !== 'string') {
      throw new Error(`the path ${path} uses ${key}, which has no value`);
    }
    return value;
  });
}

/** Renders the files below a folder of a skeleton, paths included, in the order of their paths. */
export function renderSkeleton(
  skeleton: Skeleton,
  folder: string,
  values: RenderValues,
): Map<string, SkeletonFile> {
  const prefix = `${folder}/`;
  const rendered = new Map<string, SkeletonFile>();
  for (const path of [...skeleton.keys()].sort()) {
    if (!path.startsWith(prefix)) {
      continue;
    }
    const { content, executable } = skeleton.get(path)!;
    try {
      rendered.set(renderPath(path.slice(prefix.length), values), {
        content: renderText(content, values),
        executable,
      });
    } catch (error) {
      throw new Error(`${path}: ${(error as Error).message}`);
    }
  }
  return rendered;
}

function createEnvironment(): Environment {
  const result = new Environment(null, {
    // Nothing here is HTML: each place says by a filter how it is escaped, and FreeText insists on one.
    autoescape: false,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
    tags: {
      variableStart: '<$',
      variableEnd: '$>',
      blockStart: '<%',
      blockEnd: '%>',
      commentStart: '<#',
      commentEnd: '#>',
    },
  });
  const plain = (value: unknown) =>
    value instanceof FreeText ? value.unwrap() : String(value);
  result.addFilter('yaml', value => escapeJson(plain(value)));
  result.addFilter('json', value => escapeJson(plain(value)));
  result.addFilter('markdown', value => escapeMarkdown(plain(value)));
  result.addFilter(
    'with',
    (value, suffix: string) => new FreeText(plain(value) + suffix),
  );
  return result;
}
