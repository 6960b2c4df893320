import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../run';

const slo = (service: string, objective = '99.9') => `version: prometheus/v1
service: ${service}
slos:
  - name: availability
    objective: ${objective}
    sli:
      events:
        error_query: sum(rate(http_requests_total{code=~"5.."}[{{.window}}]))
        total_query: sum(rate(http_requests_total[{{.window}}]))
    alerting:
      name: Errors
`;
const WINDOWS = `apiVersion: sloth.slok.dev/v1
kind: AlertWindows
spec:
  sloPeriod: 7d
  page:
    quick: {errorBudgetPercent: 8, shortWindow: 5m, longWindow: 1h}
    slow: {errorBudgetPercent: 12.5, shortWindow: 30m, longWindow: 6h}
  ticket:
    quick: {errorBudgetPercent: 20, shortWindow: 2h, longWindow: 1d}
    slow: {errorBudgetPercent: 42, shortWindow: 6h, longWindow: 3d}
`;

describe('validate', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'slo-validate-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  /** Writes files and validates what is named. */
  async function validated(
    files: Record<string, string>,
    args: string[],
    input = '',
  ) {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    }
    const out: string[] = [];
    const errors: string[] = [];
    const code = await run(['validate', ...args], {
      directory,
      out: text => out.push(text),
      error: line => errors.push(line),
      input: async () => input,
    });
    return { code, out: out.join(''), errors };
  }

  it('says on one line that nothing is wrong', async () => {
    expect(
      await validated({ 'slo.yaml': slo('checkout') }, ['slo.yaml']),
    ).toEqual({
      code: 0,
      out: '1 file, 1 objective, no problems\n',
      errors: [],
    });
  });

  it('says of each problem where it is, and goes on', async () => {
    const files = {
      'a.yaml': slo('checkout', '100'),
      'b.yaml': slo('cart').replace('slos:', 'slo:'),
      'c.yaml': slo('search'),
    };
    const { code, out, errors } = await validated(files, [
      'a.yaml',
      'b.yaml',
      'c.yaml',
    ]);
    expect(code).toBe(1);
    expect(out).toBe('3 files, 1 objective, 3 problems\n');
    expect(errors).toEqual([
      'a.yaml:5:16: slos[0].objective: an objective of 100 leaves no error budget: it must be below 100',
      'b.yaml:1:1: slos: "slos" is missing',
      'b.yaml:3:1: slo: unknown field "slo"; did you mean "slos"?',
    ]);
  });

  it('takes folders, and names each file once', async () => {
    const files = {
      'services/cart/slo.yml': slo('cart'),
      'services/checkout/slo.yaml': slo('checkout'),
      'services/checkout/README.md': 'no objectives',
      'services/node_modules/x/slo.yaml': 'nothing of ours',
      'services/.cache/slo.yaml': 'nothing of ours',
      'services/checkout/catalog-info.yaml': 'kind: Component\n',
      'services/search/slo.yaml': slo('search').replace('prometheus/v1', 'v1'),
      'services/windows/7d.yaml': WINDOWS,
    };
    const { code, out, errors } = await validated(files, [
      'services',
      './services/cart/slo.yml',
      '-i',
      'services/cart',
    ]);
    expect(errors).toEqual([
      'services/search/slo.yaml:1:10: version: the version "v1" is not read, only "prometheus/v1"',
      '1 YAML file in folders passed over: no objectives in them',
    ]);
    expect(out).toBe('4 files, 2 objectives, 1 problem\n');
    expect(code).toBe(1);
  });

  it('checks files of alert windows too', async () => {
    const { code, errors } = await validated(
      { '7d.yaml': WINDOWS.replace('sloPeriod: 7d', 'sloPeriod: 1M') },
      ['7d.yaml'],
    );
    expect(code).toBe(1);
    expect(errors).toEqual([
      expect.stringMatching(
        /^7d\.yaml:4:14: spec\.sloPeriod: must be a duration/,
      ),
    ]);
  });

  it('finds what two files state', async () => {
    const { code, errors } = await validated(
      { 'a.yaml': slo('checkout'), 'b.yaml': `\n${slo('checkout')}` },
      ['.'],
    );
    expect(code).toBe(1);
    expect(errors).toEqual([
      'b.yaml:5: the objective "checkout-availability" is already stated in a.yaml:4',
    ]);
  });

  it('warns of what has no effect, which is no problem', async () => {
    const text = `${slo('checkout')}      pageAlert: {disable: true}\n`;
    expect(await validated({ 'slo.yaml': text }, ['slo.yaml'])).toEqual({
      code: 0,
      out: '1 file, 1 objective, no problems\n',
      errors: [
        'slo.yaml:12:7: slos[0].alerting.pageAlert: warning: has no effect here: this format writes "page_alert"',
      ],
    });
  });

  it('reads standard input', async () => {
    const { code, errors } = await validated({}, ['-'], 'version: 1\n');
    expect(code).toBe(1);
    expect(errors).toEqual(['-:1:10: version: must be text, this is a number']);
  });

  it('ends with 2 when something cannot be read, and still checks the rest', async () => {
    const { code, out, errors } = await validated(
      {
        'a.yaml': slo('checkout', '0'),
        'empty/notes.txt': '',
        'other/pod.yaml': 'kind: Pod\n',
      },
      ['missing.yaml', 'empty', 'other', 'a.yaml'],
    );
    expect(code).toBe(2);
    expect(out).toBe('1 file, no objectives, 1 problem, 3 not read\n');
    expect(errors).toEqual([
      expect.stringMatching(/^a\.yaml:5:16: slos\[0\]\.objective: /),
      expect.stringMatching(/^missing\.yaml: cannot be read: ENOENT/),
      'empty: cannot be read: there is no *.yml or *.yaml in it',
      'other: cannot be read: there is no file of objectives in it',
      '1 YAML file in folders passed over: no objectives in them',
    ]);
  });

  it.each([[[]], [['--strict', 'slo.yaml']]])(
    'called with %j is called wrongly',
    async args => {
      const { code, out, errors } = await validated({}, args);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(errors[0]).toMatch(/^slo: /);
    },
  );
});
