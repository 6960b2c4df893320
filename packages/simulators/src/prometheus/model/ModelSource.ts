import { Clock } from '../../world/types';
import {
  LabelMatcher,
  METRIC_NAME,
  SampleSource,
  SelectHints,
  SeriesHandle,
  matchesAll,
} from '../promql';
import { ScrapeTarget, TargetRegistry, groupKey, targetId } from '../targets';
import {
  AVAILABLE_REPLICAS,
  BUSINESS,
  DeploymentSubject,
  HTTP_DURATION,
  HTTP_REQUESTS,
  PROCESS_CPU,
  PROCESS_MEMORY,
  PROCESS_START,
  PodSubject,
  UP,
} from './families';
import { ModelHandle } from './ModelHandle';
import { MetricFamily, MetricMetadata, ModelSeries } from './ModelSeries';
import { ScrapeGrid } from './ScrapeGrid';
import { ServiceModel, serviceModel } from './ServiceModel';

const POD_FAMILIES: readonly MetricFamily<PodSubject>[] = [
  HTTP_REQUESTS,
  HTTP_DURATION,
  UP,
  PROCESS_CPU,
  PROCESS_MEMORY,
  PROCESS_START,
  ...BUSINESS,
];
const DEPLOYMENT_FAMILIES: readonly MetricFamily<DeploymentSubject>[] = [
  AVAILABLE_REPLICAS,
];

/** The scraped series of the world: functions of its pods and their past, nothing of them is stored. */
export class ModelSource implements SampleSource {
  readonly #clock: Clock;
  readonly #registry: TargetRegistry;
  readonly #grid: ScrapeGrid;
  #version = -1;
  #models = new Map<string, ServiceModel>();
  /** Kept as long as their model: series are made of it. */
  #series = new WeakMap<ServiceModel, Map<string, ModelSeries[]>>();

  /** @param scrapeInterval - milliseconds */
  constructor(clock: Clock, registry: TargetRegistry, scrapeInterval: number) {
    this.#clock = clock;
    this.#registry = registry;
    this.#grid = new ScrapeGrid(scrapeInterval);
  }

  /** Names of all metrics that can have series. */
  get names(): string[] {
    return [...POD_FAMILIES, ...DEPLOYMENT_FAMILIES].flatMap(
      family => family.names,
    );
  }

  /** By the name of the family. */
  get metadata(): Map<string, MetricMetadata> {
    return new Map(
      [...POD_FAMILIES, ...DEPLOYMENT_FAMILIES].map(({ name, metadata }) => [
        name,
        metadata,
      ]),
    );
  }

  *select(
    matchers: readonly LabelMatcher[],
    { moments, range }: SelectHints,
  ): Generator<SeriesHandle> {
    this.#rebuild();
    const now = this.#clock.now().getTime();
    const from = moments[0] - range;
    const to = Math.min(now, moments[moments.length - 1]);
    const named = matchers.filter(matcher => matcher.name === METRIC_NAME);
    const isWanted = (family: MetricFamily<never>) =>
      family.names.some(name => named.every(matcher => matcher.matches(name)));
    const podFamilies = POD_FAMILIES.filter(isWanted);
    const deploymentFamilies = DEPLOYMENT_FAMILIES.filter(isWanted);
    for (const series of [
      ...this.#ofPods(podFamilies, matchers, from, to),
      ...this.#ofDeployments(deploymentFamilies),
    ]) {
      if (matchesAll(series.labels, matchers)) {
        yield new ModelHandle(series, this.#grid, now);
      }
    }
  }

  *#ofPods(
    families: readonly MetricFamily<PodSubject>[],
    matchers: readonly LabelMatcher[],
    from: number,
    to: number,
  ): Generator<ModelSeries> {
    if (families.length === 0) return;
    for (const model of this.#models.values()) {
      if (!mayMatch(sharedLabels(model), matchers)) continue;
      for (const target of model.targets) {
        const ended = target.endedAt ?? Infinity;
        const isThere =
          target.startedAt <= to && ended + this.#grid.interval >= from;
        if (!isThere || !mayMatch([['pod', target.pod]], matchers)) continue;
        for (const family of families) {
          yield* this.#seriesOf(family, { target, model });
        }
      }
    }
  }

  *#ofDeployments(
    families: readonly MetricFamily<DeploymentSubject>[],
  ): Generator<ModelSeries> {
    if (families.length === 0) return;
    for (const deployment of this.#registry.deployments()) {
      const targets = this.#models.get(groupKey(deployment))?.targets ?? [];
      for (const family of families) {
        yield* family.series({ deployment, targets });
      }
    }
  }

  #seriesOf(
    family: MetricFamily<PodSubject>,
    subject: PodSubject,
  ): ModelSeries[] {
    let known = this.#series.get(subject.model);
    if (!known) {
      known = new Map();
      this.#series.set(subject.model, known);
    }
    const key = `${family.name}/${targetId(subject.target)}`;
    let series = known.get(key);
    if (!series) {
      series = family.series(subject);
      known.set(key, series);
    }
    return series;
  }

  #rebuild(): void {
    const { version } = this.#registry;
    if (version === this.#version) return;
    this.#version = version;
    const groups = new Map<string, ScrapeTarget[]>();
    for (const target of this.#registry.targets()) {
      const key = groupKey(target);
      const group = groups.get(key);
      if (group) group.push(target);
      else groups.set(key, [target]);
    }
    this.#models = new Map(
      [...groups].map(([key, targets]) => {
        const known = this.#models.get(key);
        const isSame =
          known?.targets.length === targets.length &&
          targets.every((target, index) => target === known.targets[index]);
        return [key, isSame ? known : serviceModel(targets)];
      }),
    );
  }
}

function sharedLabels(model: ServiceModel): [string, string][] {
  return [
    ['service', model.service],
    ['job', model.service],
    ['environment', model.environment],
    ['namespace', model.namespace],
  ];
}

/** False where labels that all series of something share already rule them out. */
function mayMatch(
  shared: readonly (readonly [string, string])[],
  matchers: readonly LabelMatcher[],
): boolean {
  for (const matcher of matchers) {
    for (const [name, value] of shared) {
      if (matcher.name === name && !matcher.matches(value)) return false;
    }
  }
  return true;
}
