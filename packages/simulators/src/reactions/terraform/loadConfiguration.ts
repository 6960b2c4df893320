import { ModuleScope } from './ModuleScope';
import {
  folderOf,
  readModule,
  TerraformError,
  type Attributes,
  type ModuleSource,
} from './readModule';

/** Arguments of a module call that are Terraform's own. */
const META_ARGUMENTS = new Set([
  'source',
  'version',
  'providers',
  'depends_on',
]);

/** More levels of modules than anybody has; a module that calls itself ends here. */
const MAX_DEPTH = 8;

/**
 * Reads an environment and all modules it calls.
 *
 * @param files - path to text for the whole repository
 * @returns the scopes of all modules, the environment first
 * @throws TerraformError for what `terraform init` and `terraform validate` would refuse
 */
export async function loadConfiguration(
  files: ReadonlyMap<string, string>,
  environment: string,
): Promise<ModuleScope[]> {
  const all: ModuleScope[] = [];
  const sources = new Map<string, Promise<ModuleSource>>();
  const read: ModuleReader = folder => {
    const source = sources.get(folder) ?? readModule(files, folder);
    sources.set(folder, source);
    return source;
  };
  await load(read, environment, {}, all, 0);
  return all;
}

/** Reads a folder once, however many calls name it. */
type ModuleReader = (folder: string) => Promise<ModuleSource>;

async function load(
  read: ModuleReader,
  folder: string,
  inputs: Attributes,
  all: ModuleScope[],
  depth: number,
): Promise<ModuleScope> {
  if (depth > MAX_DEPTH) {
    throw new TerraformError(`${folder}: modules are nested too deeply`);
  }
  const source = await read(folder);
  const children = new Map<string, ModuleScope>();
  const scope = new ModuleScope(source, inputs, children);
  all.push(scope);
  for (const [name, call] of inOrder(source)) {
    const target = targetOf(source, name, call);
    const given = Object.fromEntries(
      Object.entries(call)
        .filter(([key]) => !META_ARGUMENTS.has(key))
        .map(([key, value]) => [key, scope.evaluate(value)]),
    );
    const child = await load(read, target, given, all, depth + 1);
    checkArguments(folder, name, child.source, given);
    children.set(name, child);
  }
  return scope;
}

function targetOf(caller: ModuleSource, name: string, call: Attributes) {
  const { source } = call;
  if (typeof source !== 'string' || !/^\.\.?\//.test(source)) {
    throw new TerraformError(
      `${caller.folder}: module.${name} has the source ${JSON.stringify(source)}; only folders of this repository are known here`,
    );
  }
  if ('for_each' in call || 'count' in call) {
    throw new TerraformError(
      `${caller.folder}: module.${name} uses for_each or count, which the simulated apply does not know`,
    );
  }
  return folderOf(caller, source);
}

/** A call comes after those that its arguments refer to. */
function inOrder(source: ModuleSource): [string, Attributes][] {
  const ordered = new Map<string, Attributes>();
  const visit = (name: string, path: string[]) => {
    const call = source.calls.get(name);
    if (!call || ordered.has(name)) {
      return;
    }
    if (path.includes(name)) {
      throw new TerraformError(
        `${source.folder}: Cycle: ${[...path, name].join(', ')}`,
      );
    }
    for (const [, other] of JSON.stringify(call).matchAll(
      /module\.([\w-]+)/g,
    )) {
      visit(other, [...path, name]);
    }
    ordered.set(name, call);
  };
  for (const name of source.calls.keys()) {
    visit(name, []);
  }
  return [...ordered];
}

function checkArguments(
  folder: string,
  name: string,
  { variables }: ModuleSource,
  given: Attributes,
) {
  const unsupported = Object.keys(given).find(key => !variables.has(key));
  if (unsupported) {
    throw new TerraformError(
      `${folder}: Unsupported argument "${unsupported}" in module.${name}`,
    );
  }
  for (const [variable, attributes] of variables) {
    if (!('default' in attributes) && !(variable in given)) {
      throw new TerraformError(
        `${folder}: Missing required argument "${variable}" in module.${name}`,
      );
    }
  }
}
