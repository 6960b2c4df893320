import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { parseCreateServiceParameters } from '@shopstack/plugin-golden-path-common';
import { parse } from 'yaml';
import { createProposeAction } from './actions/createProposeAction';

const template = parse(
  readFileSync(
    resolvePackagePath(
      '@shopstack/plugin-scaffolder-backend-module-golden-path',
      '../../../templates/create-service/template.yaml',
    ),
    'utf8',
  ),
);

describe('templates/create-service', () => {
  const pages: any[] = template.spec.parameters;
  const properties = Object.assign({}, ...pages.map(page => page.properties));

  it('asks for what has to be given, and for nothing that the planner does not know', () => {
    expect(pages.flatMap(page => page.required).sort()).toEqual([
      'description',
      'environments',
      'name',
      'owner',
      'runtime',
      'system',
    ]);
    const filled = Object.fromEntries(
      Object.keys(properties).map(name => [name, 'x']),
    );
    expect(
      parseCreateServiceParameters({
        ...filled,
        runtime: properties.runtime.default,
        environments: properties.environments.default,
      }),
    ).toMatchObject({ name: 'x', owner: 'group:default/x' });
  });

  it('hands every parameter of the planner to the action', () => {
    const [step] = template.spec.steps;
    const known = parseCreateServiceParameters({
      name: 'x',
      description: 'x',
      owner: 'x',
      system: 'x',
      runtime: 'node-express',
      environments: ['dev'],
    });
    expect(Object.keys(step.input.values).sort()).toEqual(
      Object.keys(known).sort(),
    );
    const { id, schema } = createProposeAction({} as any);
    expect(step.action).toBe(id);
    expect(Object.keys((schema!.input as any).properties).sort()).toEqual(
      Object.keys(step.input).sort(),
    );
  });
});
