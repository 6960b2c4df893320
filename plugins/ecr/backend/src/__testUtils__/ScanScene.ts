import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { Workload } from '@shopstack/plugin-workloads-common';
import request from 'supertest';
import { arnOf, completeScan, digestOf, EcrStub, imageRow } from './EcrStub';
import { component, pathOf, runs, startEcr, stored } from './startEcr';

type Started = Awaited<ReturnType<typeof startEcr>>;

/** Media type of an index. */
export const INDEX = 'application/vnd.oci.image.index.v1+json';

/** The name by which pods name a repository. */
export const uri = (name: string) =>
  `123456789012.dkr.ecr.us-east-1.amazonaws.com/${name}`;

/** A complete scan with so many findings. */
export const highs = (count: number) =>
  completeScan(
    Array.from({ length: count }, (_, index) => ({
      name: `CVE-${index}`,
      severity: 'HIGH',
    })),
  );

/** Two services of two teams with their repositories, and what runs of them. */
export class ScanScene {
  static async start(): Promise<ScanScene> {
    return new ScanScene(await EcrStub.start());
  }

  readonly events = mockServices.events();
  workloads: Workload[] = [];
  /** The cluster does not answer. */
  isClusterDown = false;

  private constructor(readonly stub: EcrStub) {}

  /** Four images of the cart, the oldest of which runs. */
  reset(): void {
    this.stub.reset();
    this.isClusterDown = false;
    this.workloads = [runs('prod', `${uri('shopstack-cart')}:v1`, digestOf(1))];
    this.stub.repositories.set(
      'shopstack-cart',
      [1, 2, 3, 4].map(number => imageRow(number)),
    );
    this.stub.repositories.set('shopstack-order', []);
  }

  /** The plugin; of each repository the newest two images are collected. */
  open(config: object = {}): Promise<Started> {
    const { events } = this;
    return startEcr({
      aws: this.stub.url,
      config: { ecr: { newestScanned: 2, ...config } },
      fleet: () => ({
        items: this.workloads,
        sources: [
          this.isClusterDown
            ? {
                source: 'kubernetes',
                instance: 'shopstack',
                state: 'unavailable',
                reason: 'It cannot be reached',
              }
            : { source: 'kubernetes', instance: 'shopstack', state: 'ok' },
        ],
      }),
      features: [
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: async () => events,
        }),
      ],
      entities: [
        component(
          'cart',
          { 'aws.amazon.com/amazon-ecr-arn': arnOf('shopstack-cart') },
          { owner: 'group:default/team-checkout', title: 'Cart' },
        ),
        component(
          'order',
          { 'aws.amazon.com/amazon-ecr-arn': arnOf('shopstack-order') },
          { owner: 'group:default/team-orders' },
        ),
        stored('gone', arnOf('gone')),
      ],
    });
  }

  async get({ server }: Started, path: string, query: object = {}) {
    const { status, body } = await request(server).get(path).query(query);
    if (status !== 200) {
      throw new Error(`${path} answers ${status} ${JSON.stringify(body)}`);
    }
    return body;
  }

  /** The images of the cart. */
  async images(started: Started, query: object = {}) {
    const { items } = await this.get(started, pathOf('cart', 'images'), query);
    return items as {
      digest: string;
      scan: { status: string; counts?: object };
      runningIn: string[];
    }[];
  }

  /** The states of their scans. */
  async statuses(started: Started): Promise<string[]> {
    return (await this.images(started)).map(({ scan }) => scan.status);
  }

  /** The images whose scans were asked for, in order. */
  get reads(): number[] {
    return this.stub.calls
      .filter(({ operation }) => operation === 'DescribeImageScanFindings')
      .map(({ input }) => parseInt(input.imageId.imageDigest.slice(-8), 16));
  }
}
