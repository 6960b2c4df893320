import type { InstanceConfig } from '../config';
import { TEST_CONFIG } from './__testUtils__/createTestDetails';
import { instanceLinks, objectiveLinks } from './links';

const [config] = TEST_CONFIG.instances;
const slo = { id: 'a-b', service: 'a', name: 'b' };

const linksOf = (
  instance: InstanceConfig,
  annotations: Record<string, string>[] = [],
) =>
  objectiveLinks({
    slo,
    links: instanceLinks(instance),
    grafanaTemplate: 'https://grafana.example.com/d/slo?var-id={{id}}',
    annotations,
    promql: 'x > 1',
    fileUrl: 'https://git.example.com/slo.yaml#L3',
  });

it('leads to every place where more is known', () => {
  const found = linksOf(config, [
    { runbook: 'https://runbooks.example.com/a' },
    { runbook_url: 'https://runbooks.example.com/a' },
  ]);
  expect(found.map(({ kind }) => kind)).toEqual([
    'prometheus',
    'grafana',
    'alertmanager',
    'runbook',
    'file',
  ]);
  expect(found[0].url).toContain(
    'https://prometheus.example.com/graph?g0.expr=x%20%3E%201',
  );
  expect(found[1].url).toBe('https://grafana.example.com/d/slo?var-id=a-b');
});

// eslint-disable-next-line no-script-url
it.each(['javascript:alert(1)', 'see the wiki', 'data:text/html,x', ''])(
  'does not lead to %j',
  runbook => {
    const kinds = linksOf(config, [{ runbook }]).map(({ kind }) => kind);
    expect(kinds).not.toContain('runbook');
  },
);

it('names no page of an API that only takes signed requests', () => {
  const signed: InstanceConfig = {
    ...config,
    alertmanager: undefined,
    externalUrl: config.url,
    authentication: { type: 'sigv4', region: 'eu-central-1', service: 'aps' },
  };
  expect(linksOf(signed).map(({ kind }) => kind)).toEqual(['grafana', 'file']);
  const named = {
    ...signed,
    externalUrl: 'https://grafana.example.com/explore',
  };
  expect(linksOf(named)[0].kind).toBe('prometheus');
});
