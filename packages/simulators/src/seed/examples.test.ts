import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { buildKustomization } from '../kustomize';
import { parseBuildspec } from '../reactions/builds/buildspec';
import { findAction } from '../reactions/runs/actions/findAction';
import { desiredResources } from '../reactions/terraform/desiredResources';
import { loadConfiguration } from '../reactions/terraform/loadConfiguration';
import { parseWorkflow } from '../reactions/workflows/parseWorkflow';
import {
  apps,
  examples,
  gitops,
  infra,
  services,
} from './__testUtils__/exampleTrees';

const ENVIRONMENTS = ['dev', 'staging', 'prod'];

describe('the demo organisation', () => {
  it('has twelve services', () => {
    expect(services).toHaveLength(12);
  });

  it('is YAML wherever it says so', () => {
    const problems = [apps, gitops, infra].flatMap(tree =>
      [...tree]
        .filter(([path]) => /\.ya?ml$/.test(path))
        .flatMap(([path, text]) =>
          parseAllDocuments(text).flatMap(({ errors, warnings }) =>
            [...errors, ...warnings].map(
              ({ message }) => `${path}: ${message}`,
            ),
          ),
        ),
    );
    expect(problems).toEqual([]);
  });

  it('installs without naming a registry', () => {
    const named = [...apps].filter(
      ([path, text]) =>
        path.endsWith('package-lock.json') && text.includes('"resolved"'),
    );
    expect(named.map(([path]) => path)).toEqual([]);
  });
});

describe('the manifests of the demo organisation', () => {
  it.each(services)('%s waits for its first release', service => {
    for (const environment of ENVIRONMENTS) {
      const namespace = `${service}-${environment}`;
      const [application] = parseAllDocuments(
        gitops.get(`apps/business/${namespace}.yaml`) ?? '',
      ).map(document => document.toJS());
      const labels = {
        'shopstack.dev/service': service,
        'shopstack.dev/environment': environment,
      };
      expect(application).toMatchObject({
        metadata: { name: namespace, namespace: 'argocd', labels },
        spec: {
          source: { repoURL: '__FORGE_URL__/shopstack/cluster-gitops' },
          destination: { namespace },
        },
      });

      const objects = buildKustomization(gitops, application.spec.source.path);
      expect(objects.map(({ metadata }) => metadata.namespace)).toEqual(
        objects.map(() => namespace),
      );
      const deployment = objects.find(({ kind }) => kind === 'Deployment');
      expect(deployment?.spec.replicas).toBe(0);
      expect(deployment?.spec.template.metadata.labels).toMatchObject(labels);
      expect(deployment?.spec.template.spec.containers[0].image).toBe(
        `123456789012.dkr.ecr.us-east-1.amazonaws.com/shopstack-${service}:unreleased`,
      );
    }
  });

  it('has no Application that leads nowhere', () => {
    const paths = [...gitops.values()].flatMap(text =>
      text.includes('kind: Application')
        ? [...text.matchAll(/^ {4}path: (.*)$/gm)].map(([, path]) => path)
        : [],
    );
    const folders = new Set([...gitops.keys()].map(path => dirname(path)));
    expect(paths).toHaveLength(40);
    expect(paths.filter(path => !folders.has(path))).toEqual([]);
  });
});

describe('the delivery of the demo organisation', () => {
  it.each(services)('%s has a workflow and a build', service => {
    const path = `.github/workflows/${service}.yml`;
    const { jobs } = parseWorkflow(path, apps.get(path) ?? '');
    const steps = jobs.flatMap(job => job.steps);
    expect(jobs.map(({ key }) => key)).toEqual(['test', 'build', 'bump']);
    expect(() => steps.map(step => findAction(step))).not.toThrow();

    const folder = `services/${service}`;
    const { variables } = parseBuildspec(
      apps.get(`${folder}/buildspec.yml`) ?? '',
    );
    expect(variables.SERVICE).toBe(service);
    expect(apps.get(`${folder}/Dockerfile`)).toMatch(/^USER /m);
  });

  it('has a registry, a build project and secrets for each service', async () => {
    const scopes = await loadConfiguration(infra, 'envs/dev');
    const namesOf = (type: string) =>
      desiredResources(scopes)
        .filter(resource => resource.type === type)
        .map(({ name }) => name)
        .sort();
    const expected = services.map(service => `shopstack-${service}`).sort();
    expect(namesOf('aws_ecr_repository')).toEqual(expected);
    expect(namesOf('aws_codebuild_project')).toEqual(expected);
    expect(namesOf('aws_secretsmanager_secret')).toHaveLength(36);
  });
});

describe('the history of the demo organisation', () => {
  interface Entry {
    service: string;
    daysAgo: number;
    message: string;
    change: { file: string; append: string };
    build?: 'failed' | 'succeeded';
    release?: string[];
  }
  const history: Entry[] = parseAllDocuments(
    readFileSync(join(examples, 'history.yaml'), 'utf8'),
  )[0].toJS();

  it('runs from the oldest to the newest, in the last thirty days', () => {
    const days = history.map(({ daysAgo }) => daysAgo);
    expect(days).toEqual([...days].sort((one, other) => other - one));
    expect(days[0]).toBeLessThanOrEqual(30);
    expect(days.at(-1)).toBeGreaterThan(0);
  });

  it.each(services)('%s was changed and released', service => {
    const entries = history.filter(entry => entry.service === service);
    expect(entries.length).toBeGreaterThanOrEqual(4);
    expect(entries.some(({ release }) => release?.includes('dev'))).toBe(true);
    for (const { message, change, build, release } of entries) {
      expect(message).toMatch(
        new RegExp(`^(feat|fix|perf|refactor|docs)\\(${service}\\): .+`),
      );
      expect(apps.has(`services/${service}/${change.file}`)).toBe(true);
      expect(change.append).toMatch(/\n$/);
      expect(build === 'failed' && release !== undefined).toBe(false);
    }
  });

  it('knows no other services', () => {
    const others = history.filter(({ service }) => !services.includes(service));
    expect(others).toEqual([]);
  });
});
