import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UpstreamError } from '@shopstack/plugin-kit-node';
import { startSimulators } from '@shopstack/simulators';
import {
  type Certificates,
  makeCertificates,
  readPair,
} from '../__testUtils__/makeCertificates';
import {
  hasRealPrometheus,
  type StartedPrometheus,
  startRealPrometheus,
} from '../__testUtils__/startRealPrometheus';
import type { InstanceConfig } from '../config';
import { PrometheusClient } from './PrometheusClient';

jest.setTimeout(120_000);

const clientOf = (url: string, config: Partial<InstanceConfig> = {}) =>
  new PrometheusClient({
    instance: {
      name: 'contract',
      url,
      externalUrl: url,
      authentication: { type: 'none' },
      headers: {},
      ...config,
    },
    timeoutMs: 20_000,
    concurrency: 4,
  });

const failureOf = (promise: Promise<unknown>): Promise<UpstreamError> =>
  promise.then(
    () => Promise.reject(new Error('It did not fail')),
    error => error,
  );

const now = Math.floor(Date.now() / 1000);

/** What is asked of a Prometheus that we made and of a real one, with the same answers. */
function behavesAsPrometheus(client: () => PrometheusClient): void {
  it('evaluates at a moment', async () => {
    await expect(
      client().query('vector(1) * 0.1', { time: now - 60 }),
    ).resolves.toEqual({
      result: [{ labels: {}, value: 0.1, at: now - 60 }],
      warnings: [],
      infos: [],
    });
  });

  it('evaluates now by its own clock', async () => {
    const { result } = await client().query('time()');
    expect(result).toHaveLength(1);
    expect(result[0].value).toBe(result[0].at);
  });

  it('gives NaN and both infinities', async () => {
    const values = await Promise.all(
      ['vector(0) / 0', 'vector(1) / 0', 'vector(-1) / 0'].map(
        async promql => (await client().query(promql)).result[0].value,
      ),
    );
    expect(values).toEqual([NaN, Infinity, -Infinity]);
  });

  it('gives nothing for what nobody exports', async () => {
    await expect(
      client().query('no_such_metric{a="ü&b=c"}'),
    ).resolves.toMatchObject({ result: [] });
    await expect(
      client().queryRange('no_such_metric', {
        start: now - 60,
        end: now,
        step: 60,
      }),
    ).resolves.toMatchObject({ result: [] });
  });

  it('evaluates every step of a range, both ends', async () => {
    const { result } = await client().queryRange('vector(time())', {
      start: now - 180.5,
      end: now - 0.5,
      step: 60,
    });
    const moments = [180.5, 120.5, 60.5, 0.5].map(ago => now - ago);
    expect(result).toEqual([
      { labels: {}, points: moments.map(moment => [moment, moment]) },
    ]);
  });

  it('takes an expression that is longer than an address may be', async () => {
    const { result } = await client().query(
      `absent(no_such_metric{a="${'ü'.repeat(50_000)}"})`,
    );
    expect(result[0].value).toBe(1);
  });

  it('refuses what is no expression, in its words', async () => {
    const failure = await failureOf(client().query('sum(rate(x[5m])'));
    expect(failure.fault).toBe('rejected');
    expect(failure.message).toMatch(
      /^Prometheus refuses the query: .*parse error/,
    );
  });

  it('refuses too many steps, in its words', async () => {
    const failure = await failureOf(
      client().queryRange('vector(1)', { start: 0, end: 11_001, step: 1 }),
    );
    expect(failure.fault).toBe('rejected');
    expect(failure.message).toMatch(/11,000 points/);
  });

  it('refuses what pairs many with many while it evaluates', async () => {
    const two = (name: string) =>
      `label_replace(vector(1), "${name}", "a", "", "")`;
    const many = `(${two('x')} or ${two('y')})`;
    const failure = await failureOf(client().query(`${many} / on() ${many}`));
    expect(failure.fault).toBe('rejected');
    expect(failure.message).toMatch(/many-to-many|duplicate series/);
  });

  it('says that a range gives no single value', async () => {
    await expect(client().query('no_such_metric[5m]')).rejects.toMatchObject({
      fault: 'rejected',
    });
  });
}

describe('PrometheusClient on the simulator', () => {
  const state = mkdtempSync(join(tmpdir(), 'slo-'));
  let simulators: Awaited<ReturnType<typeof startSimulators>>;
  let client: PrometheusClient;

  beforeAll(async () => {
    simulators = await startSimulators({
      stateDirectory: state,
      only: ['prometheus', 'alertmanager'],
    });
    client = clientOf(simulators.addresses.prometheus);
  });
  afterAll(async () => {
    client?.close();
    await simulators?.stop();
    rmSync(state, { recursive: true, force: true });
  });

  behavesAsPrometheus(() => client);
});

const describeReal = hasRealPrometheus('the client is not held to it')
  ? describe
  : describe.skip;

describeReal('PrometheusClient on a real Prometheus', () => {
  let real: StartedPrometheus;
  let client: PrometheusClient;

  beforeAll(async () => {
    real = await startRealPrometheus({
      path: '/prometheus',
      openMetrics: [0, 60, 120, 180]
        .map(ago => `requests_total{code="200"} ${1000 - ago} ${now - ago}`)
        .reverse()
        .join('\n'),
      rules: [
        `groups: [{name: a, interval: 30s, rules: [{record: 'x:y', expr: 'vector(1)', labels: {l: v}}, {alert: A, expr: 'vector(1) > 2', for: 2m, annotations: {summary: s}}]}]`,
      ],
    });
    client = clientOf(real.url);
  });
  afterAll(async () => {
    client?.close();
    await real?.stop();
  });

  behavesAsPrometheus(() => client);

  it('reads samples', async () => {
    await expect(
      client.query('requests_total', { time: now }),
    ).resolves.toMatchObject({
      result: [
        { labels: { __name__: 'requests_total', code: '200' }, value: 1000 },
      ],
    });
    const { result } = await client.queryRange('requests_total', {
      start: now - 180,
      end: now,
      step: 60,
    });
    expect(result.map(({ points }) => points)).toEqual([
      [180, 120, 60, 0].map(ago => [now - ago, 1000 - ago]),
    ]);
  });

  it('lists all of a rule', async () => {
    await expect(client.rules()).resolves.toEqual([
      expect.objectContaining({
        kind: 'recording',
        group: 'a',
        name: 'x:y',
        query: 'vector(1)',
        labels: { l: 'v' },
        intervalSeconds: 30,
      }),
      expect.objectContaining({
        kind: 'alerting',
        name: 'A',
        annotations: { summary: 's' },
        holdSeconds: 120,
      }),
    ]);
  });
});

describeReal('PrometheusClient on a real Prometheus with limits', () => {
  const ask = async (flag: string, promql: string) => {
    const real = await startRealPrometheus({ flags: [flag] });
    const client = clientOf(real.url);
    try {
      return await failureOf(
        client.queryRange(promql, { start: 0, end: 10_000, step: 1 }),
      );
    } finally {
      client.close();
      await real.stop();
    }
  };

  it('is refused what loads too many samples, in its words', async () => {
    await expect(
      ask('--query.max-samples=50', 'vector(1)'),
    ).resolves.toMatchObject({
      fault: 'rejected',
      message: expect.stringContaining('too many samples'),
    });
  });

  it('is told when a query ran out of time, in its words', async () => {
    await expect(
      ask(
        '--query.timeout=10ms',
        'quantile_over_time(0.5, vector(time())[5000s:1s])',
      ),
    ).resolves.toMatchObject({
      fault: 'timed-out',
      message: expect.stringMatching(/in time: query timed out/),
    });
  });
});

describeReal('PrometheusClient on a real Prometheus behind a lock', () => {
  /** `the-password`, by bcrypt. */
  const HASH = '$2b$04$JNftJ0SAr1xjnckVUodrVO33t4DdTrruDhxokgzLhkWWT8fBA5PsS';
  let certificates: Certificates;
  let real: StartedPrometheus;

  beforeAll(async () => {
    certificates = makeCertificates();
    const { server, caFile } = certificates;
    real = await startRealPrometheus({
      webConfig: JSON.stringify({
        tls_server_config: {
          cert_file: server.certificateFile,
          key_file: server.keyFile,
          client_auth_type: 'RequireAndVerifyClientCert',
          client_ca_file: caFile,
        },
        basic_auth_users: { portal: HASH },
      }),
    });
  });
  afterAll(async () => {
    await real?.stop();
    certificates?.remove();
  });

  const ask = async (own: 'client' | 'stranger', password: string) => {
    const client = clientOf(real.url, {
      authentication: { type: 'basic', username: 'portal', password },
      tls: {
        ca: readFileSync(certificates.caFile, 'utf8'),
        ...readPair(certificates[own]),
      },
    });
    try {
      return await client.query('vector(1)');
    } finally {
      client.close();
    }
  };

  it('is let in by its certificate and its password', async () => {
    await expect(ask('client', 'the-password')).resolves.toMatchObject({
      result: [{ value: 1 }],
    });
  });

  it('is told which of them is refused', async () => {
    const wrong = await failureOf(ask('client', 'wrong-password'));
    expect(wrong.fault).toBe('credentials-refused');
    expect(wrong.message).not.toContain('wrong-password');
    await expect(ask('stranger', 'the-password')).rejects.toMatchObject({
      fault: 'credentials-refused',
      message: expect.stringContaining('certificate'),
    });
  });
});
