import { parse } from '@cdktf/hcl2json';
import { dirname, join, normalize } from 'node:path/posix';

/** A block's attributes as hcl2json gives them: expressions are strings such as `${var.name}`. */
export type Attributes = Record<string, unknown>;

/** The blocks of one folder of Terraform files. */
export interface ModuleSource {
  folder: string;
  variables: Map<string, Attributes>;
  locals: Attributes;
  outputs: Map<string, Attributes>;
  calls: Map<string, Attributes>;
  /** By `<type>.<name>`. */
  resources: Map<string, Attributes>;
  /** By `<type>.<name>`. */
  data: Map<string, Attributes>;
}

/** A configuration that Terraform would refuse; the message is for the person who wrote it. */
export class TerraformError extends Error {
  override readonly name = 'TerraformError';
}

/**
 * Reads the `.tf` files that lie directly in a folder.
 *
 * @param files - path to text for the whole repository
 * @throws TerraformError when the folder has none, or one of them is not valid HCL
 */
export async function readModule(
  files: ReadonlyMap<string, string>,
  folder: string,
): Promise<ModuleSource> {
  const paths = [...files.keys()].filter(
    path => path.endsWith('.tf') && dirname(path) === folder,
  );
  if (paths.length === 0) {
    throw new TerraformError(`There are no Terraform files in ${folder}`);
  }
  const module: ModuleSource = {
    folder,
    variables: new Map(),
    locals: {},
    outputs: new Map(),
    calls: new Map(),
    resources: new Map(),
    data: new Map(),
  };
  for (const path of paths.sort()) {
    addBlocks(module, path, await parseFile(path, files.get(path)!));
  }
  return module;
}

/** The folder that a module call's relative `source` means. */
export function folderOf(caller: ModuleSource, source: string): string {
  return normalize(join(caller.folder, source));
}

async function parseFile(path: string, text: string) {
  try {
    return (await parse(path, text)) as Record<string, unknown>;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TerraformError(reason.replace(/^parse config: /, ''));
  }
}

function addBlocks(
  module: ModuleSource,
  path: string,
  file: Record<string, unknown>,
) {
  const add = (
    blocks: Map<string, Attributes>,
    key: string,
    value: unknown,
  ) => {
    if (blocks.has(key)) {
      throw new TerraformError(`${path}: ${key} is declared twice`);
    }
    blocks.set(key, (value as Attributes[])[0] ?? {});
  };
  const named = (kind: string) => Object.entries(file[kind] ?? {});
  for (const [name, block] of named('variable')) {
    add(module.variables, name, block);
  }
  for (const [name, block] of named('output')) {
    add(module.outputs, name, block);
  }
  for (const [name, block] of named('module')) {
    add(module.calls, name, block);
  }
  for (const kind of ['resource', 'data'] as const) {
    const blocks = kind === 'resource' ? module.resources : module.data;
    for (const [type, byName] of named(kind)) {
      for (const [name, block] of Object.entries(byName as object)) {
        add(blocks, `${type}.${name}`, block);
      }
    }
  }
  for (const locals of (file.locals as Attributes[]) ?? []) {
    Object.assign(module.locals, locals);
  }
}
