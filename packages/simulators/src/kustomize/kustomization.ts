import type { z } from 'zod';
import { KustomizeError } from './KustomizeError';
import { isMap } from './manifest';
import { parseYaml } from './parseYaml';
import {
  kustomizationFields,
  kustomizationSchema,
  unsupportedFields,
  type Kustomization,
} from './kustomizationSchema';
import type { SourceTree } from './SourceTree';

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** The path of the kustomization of a directory, or undefined when it has none. */
export function findKustomization(
  tree: SourceTree,
  directory: string,
): string | undefined {
  const found = names.filter(name =>
    tree.isFile(tree.resolve(directory, name)),
  );
  if (found.length > 1) {
    throw new KustomizeError(
      `Found multiple kustomization files under: ${directory}`,
    );
  }
  return found[0];
}

/**
 * Reads the kustomization of a directory.
 * @throws KustomizeError when there is none, or it says something that kustomize or this subset does not know.
 */
export function readKustomization(
  tree: SourceTree,
  directory: string,
): Kustomization {
  const name = findKustomization(tree, directory);
  if (!name) {
    throw new KustomizeError(
      `unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${directory}'`,
    );
  }
  const [content] = documents(tree.read(directory, name));
  if (content === undefined) {
    throw new KustomizeError('kustomization.yaml is empty');
  }
  if (!isMap(content)) {
    throw new KustomizeError(
      'invalid Kustomization: json: cannot unmarshal into Go value of type types.Kustomization',
    );
  }
  return check(directory, content);
}

function documents(text: string): unknown[] {
  try {
    return parseYaml(text);
  } catch (error) {
    throw new KustomizeError(
      `invalid Kustomization: ${(error as Error).message}`,
    );
  }
}

function check(directory: string, content: Record<string, any>): Kustomization {
  for (const field of Object.keys(content)) {
    if (unsupportedFields.includes(field)) {
      throw new KustomizeError(
        `invalid Kustomization: the field "${field}" is not supported here`,
      );
    }
    if (!Object.hasOwn(kustomizationFields, field)) {
      throw new KustomizeError(
        `invalid Kustomization: json: unknown field "${field}"`,
      );
    }
  }
  const problems: string[] = [];
  const kind = content.kind || 'Kustomization';
  if (kind !== 'Kustomization' && kind !== 'Component') {
    problems.push('kind should be Kustomization or Component');
  }
  const version = kind === 'Component' ? 'v1alpha1' : 'v1beta1';
  if (
    content.apiVersion &&
    ![
      `kustomize.config.k8s.io/${version}`,
      'kustomize.config.k8s.io/v1',
    ].includes(content.apiVersion)
  ) {
    problems.push(
      `apiVersion for ${kind} should be kustomize.config.k8s.io/${version}`,
    );
  }
  if (problems.length > 0) {
    throw new KustomizeError(
      `Failed to read kustomization file under ${directory}:\n${problems.join('\n')}`,
    );
  }
  const written = Object.fromEntries(
    Object.entries(content).filter(([, value]) => value !== null),
  );
  const result = kustomizationSchema.safeParse(written);
  if (!result.success) {
    throw new KustomizeError(
      `invalid Kustomization: ${describe(result.error)}`,
    );
  }
  return result.data;
}

function describe(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue.code === 'unrecognized_keys'
    ? `json: unknown field "${issue.keys[0]}"`
    : `${issue.path.join('.')}: ${issue.message}`;
}
