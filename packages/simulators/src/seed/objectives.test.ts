import {
  generateFromFile,
  parseSloFile,
} from '@shopstack/plugin-slo-common/rules';
import { parseDocument } from 'yaml';
import { buildKustomization } from '../kustomize';
import { apps, gitops, services } from './__testUtils__/exampleTrees';

/** A file of objectives of a service, and where its rules lie in the GitOps repository. */
const FILES = services.flatMap(service => {
  const entity = parseDocument(
    apps.get(`services/${service}/catalog-info.yaml`)!.split('\n---\n')[0],
  ).toJS();
  const named: string = entity.metadata.annotations['shopstack.dev/slo-files'];
  return named.split(',').map(file => {
    const suffix = file.replace(/^\.\/slo/, '').replace(/\.yaml$/, '');
    return {
      service,
      suffix,
      path: `services/${service}/${file.slice(2)}`,
      rules: `apps/${service}/overlays/prod/prometheusrule${suffix}.yaml`,
    };
  });
});

function read(path: string) {
  const { documents, problems } = parseSloFile(apps.get(path) ?? '', {
    file: path,
  });
  return { slos: documents.flatMap(({ slos }) => slos), problems };
}

describe('the objectives of the demo organisation', () => {
  it('are stated for every service, in files that its entity names', () => {
    const there = [...apps.keys()].filter(path =>
      /^services\/[^/]+\/slo[^/]*\.yaml$/.test(path),
    );
    expect(FILES.map(({ path }) => path).sort()).toEqual(there.sort());
    expect(new Set(FILES.map(({ service }) => service)).size).toBe(12);
  });

  it.each(FILES)('$path reads well, and is about production', file => {
    const { slos, problems } = read(file.path);
    expect(problems).toEqual([]);
    expect(slos.length).toBeGreaterThan(0);
    for (const { service, labels, description, alerting } of slos) {
      expect(service).toBe(file.service);
      expect(labels.environment).toBe('prod');
      expect(['availability', 'latency', 'business']).toContain(
        labels.category,
      );
      expect(description).toMatch(/\.$/);
      const runbook = alerting.annotations.runbook_url;
      if (!alerting.name) continue;
      const [, page] = /\/blob\/main\/([^#]*)/.exec(runbook)!;
      expect([...apps.keys()]).toContain(page);
    }
  });

  it.each(FILES)('$rules is what the generator makes of it', file => {
    const { rules } = generateFromFile(apps.get(file.path)!, {
      format: 'prometheusrule',
      prometheusRule: { name: `slo-${file.service}${file.suffix}` },
    });
    expect(rules).not.toBe('');
    expect(gitops.get(file.rules)).toBe(rules);
  });

  it.each(FILES)('$rules is built into production alone', file => {
    const builtFor = (environment: string) =>
      buildKustomization(gitops, `apps/${file.service}/overlays/${environment}`)
        .filter(({ kind }) => kind === 'PrometheusRule')
        .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
    const name = `${file.service}-prod/slo-${file.service}${file.suffix}`;
    expect(builtFor('prod')).toContain(name);
    expect(builtFor('staging')).toEqual([]);
  });

  it('promise availability to all, and more of the gateway and of payment', () => {
    const promised = FILES.flatMap(({ path }) => read(path).slos)
      .filter(({ name }) => name === 'availability')
      .map(({ service, objective }) => [service, objective]);
    expect(Object.fromEntries(promised)).toEqual({
      ...Object.fromEntries(services.map(service => [service, 99.9])),
      'api-gateway': 99.95,
      payment: 99.95,
    });
  });
});
