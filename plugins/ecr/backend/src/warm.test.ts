import type { AddressInfo } from 'node:net';
import { recordFigure } from '@shopstack/plugin-kit-node/testUtils';
import { arnOf, digestOf, EcrStub, imageRow } from './__testUtils__/EcrStub';
import { pathOf, runs, startEcr, stored } from './__testUtils__/startEcr';

const IMAGES = 10_000;
const VIEWS = 100;

/**
 * A warm view at the 99th percentile, asker and way over HTTP included: milliseconds of the processor, which other
 * programs of the machine do not lengthen as they do those of the clock.
 */
const GOAL_MS = 10;

/** A view during which garbage is collected pays for others; the best of so many rounds counts. */
const ROUNDS = 5;

describe('a warm repository of 10,000 images', () => {
  let stub: EcrStub;
  let baseUrl: string;

  const view = async (query: Record<string, string> = {}) => {
    const response = await fetch(
      `${baseUrl}${pathOf('large', 'images')}?${new URLSearchParams(query)}`,
    );
    expect(response.status).toBe(200);
    return response.json();
  };

  beforeAll(async () => {
    stub = await EcrStub.start();
    stub.repositories.set(
      'shopstack-large',
      Array.from({ length: IMAGES }, (_, number) =>
        imageRow(number, { imageTags: [`v${number}`, `sha-${number}`] }),
      ),
    );
    const { server } = await startEcr({
      aws: stub.url,
      config: {
        ecr: { maxAgeSeconds: 3_600, newestScanned: 500 },
        observe: { firstPatienceSeconds: 30 },
      },
      fleet: () => ({
        items: [runs('prod', 'mirror.internal/large', digestOf(17))],
        sources: [{ source: 'kubernetes', state: 'ok' }],
      }),
      entities: [stored('large', arnOf('shopstack-large'))],
    });
    baseUrl = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => stub.close());

  it('was read a thousand images a page', async () => {
    expect((await view()).total).toBe(IMAGES);
    expect(stub.asked).toHaveLength(IMAGES / 1_000);
    stub.forget();
  });

  it.each([
    ['the newest', {}, IMAGES],
    ['a deep page', { offset: '9000' }, IMAGES],
    ['part of a tag', { search: '-777' }, 11],
    ['a digest', { search: digestOf(1).slice(7) }, 1],
    ['what runs', { running: 'true' }, 1],
    ['what was not read', { scan: 'NOT_READ', untagged: 'false' }, IMAGES],
    ['what is bad', { severity: 'HIGH' }, 0],
  ])('shows %s in no time, and asks nobody', async (name, query, total) => {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS && best > GOAL_MS; round += 1) {
      const times: number[] = [];
      for (let count = 0; count < VIEWS; count += 1) {
        const begin = process.cpuUsage();
        expect((await view(query)).total).toBe(total);
        const { user, system } = process.cpuUsage(begin);
        times.push((user + system) / 1_000);
      }
      times.sort((a, b) => a - b);
      best = Math.min(best, times[Math.ceil(VIEWS * 0.99) - 1]);
    }
    recordFigure(`ms of a warm view of 10,000 images (p99), ${name}`, best);
    expect(best).toBeLessThanOrEqual(GOAL_MS);
    expect(stub.asked).toEqual([]);
  });
});
