import type { AuthService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type {
  ArgocdApi,
  ArgocdApplication,
} from '@shopstack/plugin-argocd-common';
import { MemoryReadModel, ObservedSource } from '@shopstack/plugin-kit-node';
import type { SloConfig } from '../../config';
import type { EntitySloFiles, EntitySloFilesAnswer } from '../../files';
import { ObservedRules } from '../../rules/ObservedRules';
import { InstanceClock, withClock } from '../../upstream/InstanceClock';
import type {
  LoadedRule,
  PrometheusAnswer,
  PrometheusReader,
  Sample,
  Series,
} from '../../upstream/PrometheusReader';
import { createSloDetails } from '../createSloDetails';

type Range = { start: number; end: number; step: number };

/** A Prometheus that answers what a test says, and tells what it was asked. */
export class CannedReader implements PrometheusReader {
  readonly instance = 'main';
  readonly asked: { promql: string; range?: Range }[] = [];
  onQuery: (promql: string) => Sample[] = () => [];
  onRange: (promql: string, range: Range) => Series[] = () => [];
  loaded: LoadedRule[] = [];
  warnings: string[] = [];
  fault?: Error;

  async query(promql: string): Promise<PrometheusAnswer<Sample>> {
    this.asked.push({ promql });
    return this.#answer(() => this.onQuery(promql));
  }

  async queryRange(
    promql: string,
    range: Range,
  ): Promise<PrometheusAnswer<Series>> {
    this.asked.push({ promql, range });
    return this.#answer(() => this.onRange(promql, range));
  }

  async rules(): Promise<LoadedRule[]> {
    this.asked.push({ promql: 'rules' });
    if (this.fault) throw this.fault;
    return this.loaded;
  }

  #answer<T>(result: () => T[]): PrometheusAnswer<T> {
    if (this.fault) throw this.fault;
    return { result: result(), warnings: this.warnings };
  }
}

export const TEST_CONFIG: SloConfig = {
  maxAgeSeconds: 30,
  timeoutMs: 10_000,
  concurrency: 8,
  latencyHistogram: 'http_request_duration_seconds',
  grafanaUrl: 'https://grafana.example.com/d/slo?var-slo={{id}}',
  instances: [
    {
      name: 'main',
      url: 'http://prometheus',
      externalUrl: 'https://prometheus.example.com',
      authentication: { type: 'none' },
      headers: {},
      alertmanager: {
        url: 'http://alertmanager',
        externalUrl: 'https://alertmanager.example.com',
        authentication: { type: 'none' },
        headers: {},
      },
    },
  ],
};

const NO_FILES: EntitySloFilesAnswer = {
  specifications: [],
  problems: [],
  sources: [],
};

/** The details over a reader, with read models in memory and canned files and applications. */
export function createTestDetails({
  reader,
  files = NO_FILES,
  applications = [],
  argocd = {
    listApplications: async () => ({ items: applications, sources: [] }),
  },
  now,
}: {
  reader: PrometheusReader;
  files?: EntitySloFilesAnswer;
  applications?: ArgocdApplication[];
  argocd?: Pick<ArgocdApi, 'listApplications'>;
  now?: () => number;
}) {
  const logger = mockServices.logger.mock();
  const auth: AuthService = mockServices.auth.mock({
    getPluginRequestToken: async () => ({ token: 'for argocd' }),
  });
  const source = () =>
    new ObservedSource({
      readModel: new MemoryReadModel(),
      logger,
      watchMs: 0,
      firstPatienceMs: 60_000,
      patienceMs: 60_000,
    });
  const observed = source();
  const sloFiles: EntitySloFiles = { read: async () => files };
  return createSloDetails({
    config: TEST_CONFIG,
    instances: [withClock(reader, new InstanceClock(now))],
    rules: new ObservedRules(observed),
    observed,
    passing: source(),
    files: sloFiles,
    auth,
    argocd,
  });
}
