import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { recordFigure } from '@shopstack/plugin-kit-node/testUtils';
import { type RunningSimulators, startSimulators } from '@shopstack/simulators';
import request from 'supertest';
import { FaultProxy, FAULTS } from '../testing/FaultProxy';
import { callers } from '../testing/people';
import { portalConfig, type UpstreamAddresses } from '../testing/portalConfig';
import { startPortalBackends } from '../testing/startPortalBackends';
import { until } from '../testing/until';
import { SOURCES_UNDER_TEST, type SourceUnderTest } from './sourcesUnderTest';

jest.setTimeout(180_000);

/** 99 of 100 answers may take so long, whatever is wrong, in milliseconds. */
const ANSWER_MS = 3_000;

/** After healing a source must be fresh within so long, in milliseconds. */
const HEAL_MS = 30_000;

/** A fault must show within so long, in milliseconds: the upstream's timeout, its repetitions, and the interval. */
const SHOW_MS = 30_000;

interface Status {
  source: string;
  state: 'ok' | 'stale' | 'unavailable';
  asOf?: string;
  since?: string;
  reason?: string;
}

describe('every source under every fault', () => {
  const state = mkdtempSync(join(tmpdir(), 'faults-'));
  const proxies = {} as Record<keyof UpstreamAddresses, FaultProxy>;
  const rejections: unknown[] = [];
  const noteRejection = (reason: unknown) => rejections.push(reason);
  let simulators: RunningSimulators;
  let server: Server;
  const answersMs: number[] = [];

  beforeAll(async () => {
    process.on('unhandledRejection', noteRejection);
    simulators = await startSimulators({
      stateDirectory: state,
      examples: resolve(__dirname, '../../../../examples'),
      pace: 50,
    });
    const { github, aws, argocd, kubernetes, prometheus, alertmanager } =
      simulators.addresses;
    const targets: UpstreamAddresses = {
      github,
      ecr: aws,
      codebuild: aws,
      secrets: aws,
      argocd,
      kubernetes,
      prometheus,
      alertmanager,
    };
    const addresses = { ...targets };
    for (const name of Object.keys(targets) as (keyof UpstreamAddresses)[]) {
      proxies[name] = await FaultProxy.before(targets[name]);
      addresses[name] = proxies[name].url;
    }
    const backend = await startPortalBackends({
      config: portalConfig(addresses),
      // Collectors run again and again, as in the portal; the mock runs them once.
      features: [schedulerServiceFactory],
    });
    server = backend.server as unknown as Server;
  });
  afterAll(async () => {
    await Promise.all(Object.values(proxies).map(proxy => proxy.close()));
    await simulators.stop();
    rmSync(state, { recursive: true, force: true });
    process.off('unhandledRejection', noteRejection);
  });

  /** One look at the page, with what it says of the source. */
  const look = async ({ path, source }: SourceUnderTest) => {
    const began = Date.now();
    const { status, body } = await request(server)
      .get(path)
      .set('Authorization', callers.viewer);
    answersMs.push(Date.now() - began);
    const sources = (body.sources ?? []) as Status[];
    return {
      status,
      items: (body.items ?? []) as object[],
      of: sources.filter(each => each.source === source),
    };
  };

  const isFresh = async (target: SourceUnderTest, since = 0) => {
    const { of } = await look(target);
    return (
      of.length > 0 &&
      of.every(
        ({ state: told, asOf }) =>
          told === 'ok' && Date.parse(asOf ?? '') >= since,
      )
    );
  };

  beforeAll(async () => {
    for (const target of SOURCES_UNDER_TEST) {
      await until(() => isFresh(target), 60_000);
    }
  });

  describe.each(SOURCES_UNDER_TEST.map(each => [each.source, each] as const))(
    '%s',
    (_source, target) => {
      afterEach(() => proxies[target.upstream].set(undefined));

      it.each(FAULTS)('%s', async fault => {
        await until(() => isFresh(target));
        const known = (await look(target)).items.length;
        expect(known).toBeGreaterThan(0);

        await proxies[target.upstream].set(fault);
        const troubled = await until(async () => {
          const seen = await look(target);
          return seen.of.some(({ state: told }) => told !== 'ok') && seen;
        }, SHOW_MS);
        expect(troubled.status).toBe(200);
        expect(troubled.items.length).toBeGreaterThanOrEqual(1);
        for (const { state: told, asOf, since, reason } of troubled.of) {
          expect(told).toBe('stale');
          expect(Date.parse(asOf ?? '')).toBeLessThanOrEqual(Date.now());
          expect(Date.parse(since ?? '')).toBeLessThanOrEqual(Date.now());
          expect(reason).toMatch(/\w+ \w+/);
        }
        const others = SOURCES_UNDER_TEST.filter(
          ({ upstream }) => upstream !== target.upstream,
        );
        const seen = await Promise.all(others.map(look));
        for (const { status, of } of seen) {
          expect(status).toBe(200);
          expect(of.map(({ state: told }) => told)).not.toContain(
            'unavailable',
          );
        }

        await proxies[target.upstream].set(undefined);
        const healedAt = Date.now();
        await until(() => isFresh(target, healedAt), HEAL_MS);
        expect(rejections).toEqual([]);
      });
    },
  );

  it('has looked at as many cells as it says', () => {
    const cells = SOURCES_UNDER_TEST.length * FAULTS.length;
    recordFigure(
      `Fault cells of ${SOURCES_UNDER_TEST.length} sources x ${FAULTS.length} faults`,
      cells,
    );
    expect(cells).toBeGreaterThanOrEqual(45);
  });

  it('has answered in time', () => {
    const sorted = [...answersMs].sort((a, b) => a - b);
    const p99 = sorted[Math.floor(sorted.length * 0.99)];
    recordFigure(
      `Answers under faults, p99 of ${sorted.length} in milliseconds`,
      p99,
    );
    expect(p99).toBeLessThanOrEqual(ANSWER_MS);
  });
});
