import { bootstrapArgocd } from '../bootstrapArgocd';
import { applicationYaml, TestArgocd } from '../__testUtils__/openArgocd';

// Many steps each, on a machine that may do other things meanwhile.
jest.setTimeout(60_000);

function manifest(
  kind: string,
  name: string,
  annotations: string,
  body: string,
) {
  const apiVersion = { Deployment: 'apps/v1', Job: 'batch/v1' }[kind] ?? 'v1';
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name}, annotations: { ${annotations} } }\n${body}\n---\n`;
}

const template = (name: string) =>
  `template: { metadata: { labels: { app: ${name} } }, spec: { restartPolicy: Never, containers: [{ name: a, image: b }] } }`;
const deployment = (name: string, wave: number) =>
  manifest(
    'Deployment',
    name,
    `argocd.argoproj.io/sync-wave: "${wave}"`,
    `spec: { selector: { matchLabels: { app: ${name} } }, ${template(name).replace('restartPolicy: Never, ', '')} }`,
  );
const hook = (name: string, phase: string, image = 'b') =>
  manifest(
    'Job',
    name,
    `argocd.argoproj.io/hook: ${phase}`,
    `spec: { ${template(name).replace('image: b', `image: "${image}"`)} }`,
  );

describe('a sync in waves', () => {
  let test: TestArgocd;

  beforeEach(async () => {
    test = (await new TestArgocd().open()).start();
  });

  afterEach(() => test.close());

  it('waits for each wave, and runs hooks before and after', async () => {
    const order: string[] = [];
    test.cluster.changes.listen(({ type, object }) => {
      const healthy =
        object.status?.availableReplicas === 1 ||
        object.status?.succeeded === 1;
      const what = type === 'ADDED' ? 'added' : healthy && 'healthy';
      if (what && ['Deployment', 'Job', 'ConfigMap'].includes(object.kind)) {
        order.push(`${object.metadata.name} ${what}`);
      }
    });
    await test.commit({
      'apps/root/one.yaml': applicationYaml('one', 'plain'),
      'plain/all.yaml': [
        deployment('second', 2),
        deployment('first', 1),
        manifest('ConfigMap', 'zero', '', 'data: {}'),
        hook('before', 'PreSync'),
        hook('after', 'PostSync'),
      ].join(''),
    });
    await bootstrapArgocd({ world: test.world });
    await test.until(
      () =>
        test.isAtRest('one') &&
        (test.application('one').status?.history ?? []).length > 0,
    );
    expect([...new Set(order)]).toEqual([
      'before added',
      'before healthy',
      'zero added',
      'first added',
      'first healthy',
      'second added',
      'second healthy',
      'after added',
      'after healthy',
    ]);
    const { resources, operationState } = test.application('one').status!;
    expect(resources?.map(({ name }) => name).sort()).toEqual([
      'first',
      'second',
      'zero',
    ]);
    expect(resources?.find(({ name }) => name === 'second')?.syncWave).toBe(2);
    expect(
      operationState?.syncResult?.resources
        ?.filter(({ hookType }) => hookType)
        .map(({ name, hookType }) => [name, hookType]),
    ).toEqual([
      ['before', 'PreSync'],
      ['after', 'PostSync'],
    ]);
  });

  it('stays in a wave that does not become healthy, and says for what it waits', async () => {
    await test.commit({
      'apps/root/one.yaml': applicationYaml('one', 'plain'),
      'plain/all.yaml': [
        deployment('stuck', 1).replace(
          'image: b',
          'image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/shopstack-none:v1"',
        ),
        deployment('later', 2),
      ].join(''),
    });
    await bootstrapArgocd({ world: test.world });
    await test.until(
      () =>
        test.application('one').status?.operationState?.message ===
        'waiting for healthy state of apps/Deployment/stuck',
    );
    expect(test.object('Deployment', 'later', 'one')).toBeUndefined();
    expect(test.application('one').status?.operationState?.phase).toBe(
      'Running',
    );
  });
});
