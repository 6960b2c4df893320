import type { RepositoryTree } from '../plan/RepositoryTree';
import { argumentsOf, blocksOf } from './hclText';

/** What a Terraform module takes and gives. */
interface ModuleInterface {
  variables: { name: string; required: boolean }[];
  outputs: string[];
}

/** Reads the interface of the module in a folder, or undefined when no file of Terraform is there. */
export function moduleInterfaceOf(
  files: RepositoryTree['files'],
  folder: string,
): ModuleInterface | undefined {
  const own = [...files.keys()]
    .filter(
      path =>
        path.startsWith(`${folder}/`) &&
        path.endsWith('.tf') &&
        !path.slice(folder.length + 1).includes('/'),
    )
    .sort();
  if (own.length === 0) {
    return undefined;
  }
  const blocks = own.flatMap(path => blocksOf(files.get(path)!));
  return {
    variables: blocks
      .filter(block => block.type === 'variable')
      .map(block => ({
        name: block.labels[0],
        required: !argumentsOf(block.body).has('default'),
      })),
    outputs: blocks
      .filter(block => block.type === 'output')
      .map(block => block.labels[0]),
  };
}

/** A module call in an environment. */
export interface ModuleCall {
  file: string;
  label: string;
  /** Folder of the module, from the root of the repository. */
  module: string;
  arguments: Map<string, string>;
}

/** The module calls of an environment, in the order of files. */
export function moduleCallsOf(
  files: RepositoryTree['files'],
  environment: string,
): ModuleCall[] {
  return [...files.keys()]
    .filter(path => path.startsWith(`${environment}/`) && path.endsWith('.tf'))
    .sort()
    .flatMap(file =>
      blocksOf(files.get(file)!)
        .filter(block => block.type === 'module' && block.labels.length === 1)
        .map(block => {
          const values = argumentsOf(block.body);
          const source = (values.get('source') ?? '').replace(/^"|"$/g, '');
          values.delete('source');
          return {
            file,
            label: block.labels[0],
            module: resolve(environment, source),
            arguments: values,
          };
        }),
    );
}

function resolve(from: string, relative: string): string {
  const parts = from.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '.' && part !== '') {
      parts.push(part);
    }
  }
  return parts.join('/');
}
