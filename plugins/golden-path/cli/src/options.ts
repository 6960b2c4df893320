import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { InputError } from '@backstage/errors';

/** What `render` was asked to do. Paths are absolute. */
export interface RenderOptions {
  template: string;
  values: string;
  repositories: string;
  out: string;
  templates: string;
}

export const USAGE = `usage: npm run render -- --template create-service --values values.yaml --repos DIR --out DIR
  --template NAME    the golden path, a folder of templates/
  --values FILE      its parameters, YAML or JSON
  --repos DIR        holds apps-sre, cluster-gitops and infra-terraform; an empty or missing one is a fresh repository
  --out DIR          gets the three resulting trees and plan.json; must be empty or missing
  --templates DIR    folder of the golden paths (default: templates/ of this repository)`;

/** @throws InputError naming the option that is missing or unknown. */
export function readOptions(
  args: string[],
  places: { directory: string; templates: string },
): RenderOptions | 'help' {
  const { directory } = places;
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        template: { type: 'string' },
        values: { type: 'string' },
        repos: { type: 'string' },
        out: { type: 'string' },
        templates: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    throw new InputError(`${(error as Error).message}\n${USAGE}`);
  }
  if (values.help) {
    return 'help';
  }
  const required = (name: 'template' | 'values' | 'repos' | 'out') => {
    const value = values[name];
    if (!value) {
      throw new InputError(`--${name} is missing\n${USAGE}`);
    }
    return value;
  };
  return {
    template: required('template'),
    values: resolve(directory, required('values')),
    repositories: resolve(directory, required('repos')),
    out: resolve(directory, required('out')),
    templates: values.templates
      ? resolve(directory, values.templates)
      : places.templates,
  };
}
