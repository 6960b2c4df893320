import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { run } from './run';

const SLO = `version: prometheus/v1
service: checkout
labels:
  owner: team-checkout
slos:
  - name: availability
    objective: 99.9
    sli:
      events:
        error_query: sum(rate(requests_total{code=~"5.."}[{{.window}}]))
        total_query: sum(rate(requests_total[{{.window}}]))
    alerting:
      name: CheckoutErrors
`;
const OBJECT = `apiVersion: sloth.slok.dev/v1
kind: PrometheusServiceLevel
metadata:
  name: stock
  namespace: shop
spec:
  service: stock
  slos:
    - name: availability
      objective: 99
      sli:
        raw:
          errorRatioQuery: avg(avg_over_time(probe_failed[{{.window}}]))
      alerting:
        pageAlert:
          disable: true
        ticketAlert:
          disable: true
`;
const WEEK = `apiVersion: sloth.slok.dev/v1
kind: AlertWindows
spec:
  sloPeriod: 7d
  page:
    quick: { errorBudgetPercent: 8, shortWindow: 5m, longWindow: 1h }
    slow: { errorBudgetPercent: 12.5, shortWindow: 30m, longWindow: 6h }
  ticket:
    quick: { errorBudgetPercent: 20, shortWindow: 2h, longWindow: 1d }
    slow: { errorBudgetPercent: 42, shortWindow: 6h, longWindow: 3d }
`;

describe('slo', () => {
  let folder: string;
  let out = '';
  let errors: string[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slo-'));
    await write('slo.yaml', SLO);
    await write('object.yaml', OBJECT);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function write(path: string, content: string) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  async function slo(...args: string[]) {
    out = '';
    errors = [];
    return run(args, {
      directory: folder,
      out: text => {
        out += text;
      },
      error: line => errors.push(line),
      input: async () => SLO.replace('service: checkout', 'service: piped'),
    });
  }
  const groupsOf = () => parse(out).groups as { name: string; rules: any[] }[];
  const rulesOf = () => groupsOf().flatMap(({ rules }) => rules);

  describe('generate', () => {
    it('writes rules of the guarded mode, and nothing else', async () => {
      expect(await slo('generate', 'slo.yaml')).toBe(0);
      expect(errors).toEqual([]);
      expect(groupsOf().map(({ name }) => name)).toEqual([
        'sloth-slo-sli-recordings-checkout-availability',
        'sloth-slo-meta-recordings-checkout-availability',
        'sloth-slo-alerts-checkout-availability',
      ]);
      expect(
        rulesOf().find(rule => rule.record === 'sloth_slo_info').labels,
      ).toMatchObject({ sloth_mode: 'shopstack-guarded' });
    });

    it('writes rules of Sloth where they are asked for', async () => {
      expect(await slo('generate', '--mode', 'sloth', '-i', 'slo.yaml')).toBe(
        0,
      );
      expect(rulesOf()).toHaveLength(17);
    });

    it('makes an object of an object, and what is asked for of either', async () => {
      expect(await slo('generate', 'object.yaml')).toBe(0);
      expect(parse(out)).toMatchObject({
        kind: 'PrometheusRule',
        metadata: { name: 'stock', namespace: 'shop' },
      });
      await slo('generate', '--format', 'prometheus', 'object.yaml');
      expect(groupsOf()).toHaveLength(2);
      await slo(
        ...['generate', '--format=prometheusrule', '--namespace=shop'],
        ...['--name=rules', 'slo.yaml'],
      );
      expect(parse(out).metadata).toMatchObject({
        name: 'rules',
        namespace: 'shop',
      });
    });

    it('makes a dashboard', async () => {
      const format = ['--format', 'dashboard', '--datasource', 'mimir'];
      expect(await slo('generate', ...format, 'slo.yaml')).toBe(0);
      const { uid, templating } = JSON.parse(out);
      expect(uid).toBe('slo-checkout');
      expect(templating.list[0].current.value).toBe('mimir');
    });

    it('takes several files, and standard input', async () => {
      expect(await slo('generate', 'slo.yaml', '-', 'object.yaml')).toBe(0);
      const [rules, object] = parseAllDocuments(out).map(each => each.toJS());
      expect(rules.groups).toHaveLength(6);
      expect(object.kind).toBe('PrometheusRule');
    });

    it('writes into a file', async () => {
      expect(await slo('generate', '-o', 'rules.yml', 'slo.yaml')).toBe(0);
      expect(out).toBe('');
      out = await readFile(join(folder, 'rules.yml'), 'utf8');
      expect(groupsOf()).toHaveLength(3);
    });

    it('takes the flags of Sloth', async () => {
      await write('windows/week.yaml', WEEK);
      const code = await slo(
        ...['generate', '--mode', 'sloth', '--default-slo-period', '7d'],
        ...['--slo-period-windows-path', 'windows', '-l', 'cluster=eu'],
        ...['--extra-labels', 'cmd=a=b', '--disable-alerts'],
        ...['--disable-optimized-rules', 'slo.yaml'],
      );
      expect([code, errors]).toEqual([0, []]);
      expect(groupsOf()).toHaveLength(2);
      const period = rulesOf().find(
        ({ record }) => record === 'slo:sli_error:ratio_rate1w',
      );
      expect(period.expr).toContain('requests_total[1w]');
      expect(period.labels).toMatchObject({ cluster: 'eu', cmd: 'a=b' });
    });

    it('leaves out recordings', async () => {
      await slo('generate', '--disable-recordings', 'slo.yaml');
      expect(groupsOf().map(({ name }) => name)).toEqual([
        'sloth-slo-alerts-checkout-availability',
      ]);
    });

    it('writes nothing where a file has a problem, and says where', async () => {
      await write('bad.yaml', SLO.replace('99.9', '100'));
      expect(await slo('generate', 'slo.yaml', 'bad.yaml')).toBe(1);
      expect(out).toBe('');
      expect(errors).toEqual([
        expect.stringMatching(/^bad\.yaml:7:16: slos\[0\]\.objective: .*100/),
      ]);
    });

    it('names what Sloth cannot say, with its line', async () => {
      const args = ['--mode', 'sloth', '--default-slo-period', '90d'];
      expect(await slo('generate', ...args, 'slo.yaml')).toBe(1);
      expect(errors).toEqual([
        expect.stringMatching(
          /^slo\.yaml:6: availability: there are no alert windows for a period of 90d/,
        ),
      ]);
    });

    it('refuses an objective that two files state', async () => {
      await write('again.yaml', SLO);
      expect(await slo('generate', 'slo.yaml', 'again.yaml')).toBe(1);
      expect(errors.join()).toContain('again.yaml:6');
    });

    it('says what is wrong with windows', async () => {
      await write('windows/week.yaml', WEEK.replace('7d', 'often'));
      const path = ['--slo-period-windows-path', 'windows'];
      expect(await slo('generate', ...path, 'slo.yaml')).toBe(1);
      expect(errors[0]).toMatch(/week\.yaml:4:14: spec\.sloPeriod: /);
      await write('windows/week.yaml', WEEK);
      await write('windows/again.yml', WEEK);
      expect(await slo('generate', ...path, 'slo.yaml')).toBe(1);
      expect(errors[0]).toContain('another file has windows for this period');
    });
  });

  it.each<[string, string[]]>([
    ['there is no command', []],
    ['there is no command "render"', ['render']],
    ['there is no FILE', ['generate']],
    ["Unknown option '--colour'", ['generate', '--colour', 'slo.yaml']],
    [
      '--mode must be sloth or guarded',
      ['generate', '--mode=pyrra', 'slo.yaml'],
    ],
    ['--format must be', ['generate', '--format', '', 'slo.yaml']],
    [
      '--default-slo-period must be',
      ['generate', '--default-slo-period=month', 'slo.yaml'],
    ],
    [
      '--extra-labels must be KEY=VALUE',
      ['generate', '-l', 'team', 'slo.yaml'],
    ],
    [
      '--extra-labels must be KEY=VALUE',
      ['generate', '-l', 'a-b=c', 'slo.yaml'],
    ],
    ['standard input can be read only once', ['generate', '-', '-']],
    ['missing.yaml: cannot be read', ['generate', 'missing.yaml']],
    [
      '--slo-period-windows-path: ',
      ['generate', '--slo-period-windows-path=no', 'slo.yaml'],
    ],
    [
      'there is nothing to write',
      ['generate', '--disable-alerts', '--disable-recordings', 'slo.yaml'],
    ],
  ])('ends with 2 and says: %s', async (reason, args) => {
    expect(await slo(...args)).toBe(2);
    expect(out).toBe('');
    expect(errors[0]).toMatch(/^slo: /);
    expect(errors[0]).toContain(reason);
  });

  it.each([['--help'], ['-h'], ['help'], ['generate', '--help']])(
    'tells its flags by %s %s',
    async (...args) => {
      expect(await slo(...args)).toBe(0);
      expect(out).toContain('--slo-period-windows-path');
    },
  );

  it('validates files', async () => {
    expect(await slo('validate', 'slo.yaml', 'object.yaml')).toBe(0);
    await write('bad.yaml', SLO.replace('[{{.window}}]', '[5m]'));
    expect(await slo('validate', 'slo.yaml', 'bad.yaml')).toBe(1);
    expect(errors[0]).toMatch(/^bad\.yaml:\d+:\d+: slos\[0\]/);
  });
});
