import { dirname, join } from 'node:path';
import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  parseEntityRef,
  resourceEntityV1alpha1Validator,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
  type Entity,
} from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';
import { apps, services } from './__testUtils__/exampleTrees';

describe('the catalog of the demo organisation', () => {
  const entities = readEntities();

  it('holds a component for each service, with all that the portal joins by', () => {
    const components = entities.filter(({ kind }) => kind === 'Component');
    expect(components.map(({ metadata }) => metadata.name).sort()).toEqual(
      [...services].sort(),
    );
    for (const { metadata } of components) {
      const { name, annotations } = metadata;
      expect(annotations).toMatchObject({
        'shopstack.dev/service': name,
        'shopstack.dev/slo-service': name,
        'argocd/app-selector': `shopstack.dev/service=${name}`,
        'backstage.io/kubernetes-label-selector': `shopstack.dev/service=${name}`,
        'aws.amazon.com/amazon-ecr-arn': `arn:aws:ecr:us-east-1:123456789012:repository/shopstack-${name}`,
        'aws.amazon.com/aws-codebuild-project-arn': `arn:aws:codebuild:us-east-1:123456789012:project/shopstack-${name}`,
        'github.com/project-slug': 'shopstack/apps-sre',
        'backstage.io/techdocs-ref': 'dir:.',
      });
    }
  });

  it('is valid', async () => {
    const validators = [
      apiEntityV1alpha1Validator,
      componentEntityV1alpha1Validator,
      domainEntityV1alpha1Validator,
      groupEntityV1alpha1Validator,
      resourceEntityV1alpha1Validator,
      systemEntityV1alpha1Validator,
      userEntityV1alpha1Validator,
    ];
    for (const entity of entities) {
      const known = await Promise.all(
        validators.map(validator => validator.check(entity)),
      );
      expect([stringifyEntityRef(entity), known.includes(true)]).toEqual([
        stringifyEntityRef(entity),
        true,
      ]);
    }
  });

  it('refers to nothing that is not there', () => {
    const known = new Set(entities.map(entity => stringifyEntityRef(entity)));
    const missing = entities.flatMap(entity =>
      referencesOf(entity)
        .filter(reference => !known.has(reference))
        .map(reference => `${stringifyEntityRef(entity)} -> ${reference}`),
    );
    expect(missing).toEqual([]);
  });

  it('has pages behind every entry of the documentation', () => {
    const pages = [...apps]
      .filter(([path]) => path.endsWith('/mkdocs.yml'))
      .flatMap(([path, text]) =>
        [...text.matchAll(/: (\w+\.md)$/gm)].map(([, page]) =>
          join(dirname(path), 'docs', page),
        ),
      );
    expect(pages).toHaveLength(36);
    expect(pages.filter(path => !apps.has(path))).toEqual([]);
  });
});

/** The entities that discovery finds, with the texts they refer to. */
function readEntities(): Entity[] {
  return [...apps]
    .filter(([path]) =>
      /^(services\/[^/]+\/catalog-info|catalog\/[^/]+)\.yaml$/.test(path),
    )
    .flatMap(([path, text]) =>
      parseAllDocuments(text).map(document => {
        const entity = document.toJS();
        const definition = entity.spec?.definition?.$text;
        if (definition) {
          entity.spec.definition = apps.get(join(dirname(path), definition));
        }
        return entity;
      }),
    );
}

function referencesOf({ spec = {} }: Entity): string[] {
  const kinds: Record<string, string> = {
    owner: 'group',
    system: 'system',
    domain: 'domain',
    parent: 'group',
    children: 'group',
    memberOf: 'group',
    providesApis: 'api',
    consumesApis: 'api',
    dependsOn: 'component',
  };
  return Object.entries(kinds).flatMap(([field, defaultKind]) =>
    [spec[field] ?? []]
      .flat()
      .map(reference =>
        stringifyEntityRef(parseEntityRef(String(reference), { defaultKind })),
      ),
  );
}
