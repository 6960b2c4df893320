import { TestWorld } from '../testing/buildWorld';
import { RuleBook } from './RuleBook';

const RULES = `groups:
  - name: shop
    interval: 2m
    rules:
      - record: shop:up
        expr: sum(up)
      - alert: ShopIsDown
        expr: sum(up) < 1
        for: 10m
`;

describe('RuleBook', () => {
  const test = new TestWorld();
  const { repositories } = test.world;
  afterAll(() => test.close());

  async function write(
    changes: Record<string, string | undefined>,
    minutesAgo: number,
  ) {
    await repositories.write('cluster-gitops', {
      branch: 'main',
      message: 'chore: change rules',
      author: { name: 'Platform', email: 'platform@shopstack.example' },
      date: new Date(test.minutesAgo(minutesAgo)),
      changes: new Map(Object.entries(changes)),
    });
    await test.world.events.idle();
  }

  it('takes plain rule files of the GitOps repository, since their first commit', async () => {
    await repositories.create('cluster-gitops');
    const known = test.world.store;
    // Not the beginning of the world any more.
    known.put('rule-since', 'earlier', { rules: {} });
    await write(
      {
        'apps/monitoring/rules.yaml': RULES,
        'apps/monitoring/object.yaml': `kind: PrometheusRule\n${RULES}`,
        'apps/other/deployment.yaml': RULES,
      },
      90,
    );
    const book = new RuleBook(test.world, 60_000, () => 0);
    await book.followRepository();
    const groups = book.groups();
    expect(
      groups.map(group => [group.file, group.name, group.interval]),
    ).toEqual([['apps/monitoring/rules.yaml', 'shop', 120_000]]);
    const [recording, alerting] = groups[0].rules;
    expect(recording).toMatchObject({
      kind: 'recording',
      name: 'shop:up',
      query: 'sum(up)',
    });
    expect(alerting).toMatchObject({ kind: 'alerting', holdFor: 600_000 });
    const age = (test.now - recording.since) / 60_000;
    expect(age).toBeGreaterThan(89);
    expect(age).toBeLessThan(92);
  });

  it('follows the repository, and lets a rule that is added count from then on', async () => {
    const book = new RuleBook(test.world, 60_000, () => 0);
    await book.followRepository();
    const before = book.version;
    const added = `${RULES}      - record: shop:new\n        expr: vector(1)\n`;
    await write({ 'apps/monitoring/rules.yaml': added }, 0);
    await book.followRepository();
    expect(book.version).toBeGreaterThan(before);
    const [old, , young] = book.groups()[0].rules;
    expect(test.now - old.since).toBeGreaterThan(80 * 60_000);
    expect(test.now - young.since).toBeLessThan(60_000);
    await write({ 'apps/monitoring/rules.yaml': undefined }, 0);
    await book.followRepository();
    expect(book.groups()).toEqual([]);
  });

  it('counts rules that are there when the world begins from the first data on', async () => {
    const world = new TestWorld();
    world.putRules('slo', 5, [
      { record: 'a', expr: 'up' },
      { record: 'b', expr: 'sum(' },
      { expr: 'without a name' },
    ]);
    const first = world.now - 30 * 86_400_000;
    const { rules } = new RuleBook(
      world.world,
      60_000,
      () => first,
    ).groups()[0];
    expect(rules.map(rule => rule.since)).toEqual([first, first]);
    expect(rules[1].problem).toContain('parse error');
    await world.close();
  });
});
