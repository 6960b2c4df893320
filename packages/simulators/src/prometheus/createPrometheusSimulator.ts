import { Simulator, World } from '../world/types';
import { ActiveAlert, activeAlerts, createApplication } from './api';
import { ModelSource } from './model';
import {
  CombinedSource,
  RecordedSource,
  RuleBook,
  RuleEvaluator,
  RuleWarmer,
} from './rules';
import { TargetRegistry } from './targets';

export interface PrometheusOptions {
  readonly world: World;
  /** Seconds between two samples of a series; 30 when absent. */
  readonly scrapeIntervalSeconds?: number;
  /** Seconds between two evaluations of a rule group that names no interval; 60 when absent. */
  readonly evaluationIntervalSeconds?: number;
}

/** A Prometheus that has scraped the world's pods since they first ran, and evaluated its rules since they were made. */
export interface PrometheusSimulator extends Simulator {
  /** The alerts that are pending or firing now. */
  alerts(): ActiveAlert[];
}

export function createPrometheusSimulator({
  world,
  scrapeIntervalSeconds = 30,
  evaluationIntervalSeconds = 60,
}: PrometheusOptions): PrometheusSimulator {
  const scrapeInterval = scrapeIntervalSeconds * 1000;
  const evaluationInterval = evaluationIntervalSeconds * 1000;
  const registry = new TargetRegistry(world);
  const model = new ModelSource(world.clock, registry, scrapeInterval);
  const book = new RuleBook(world, evaluationInterval, () =>
    registry
      .targets()
      .reduce(
        (earliest, { startedAt }) => Math.min(earliest, startedAt),
        world.clock.now().getTime(),
      ),
  );
  const recorded = new RecordedSource(world.clock);
  const source = new CombinedSource(model, recorded);
  const evaluator = new RuleEvaluator(book, source, evaluationInterval);
  recorded.evaluator = evaluator;
  const parts = {
    world,
    registry,
    model,
    book,
    evaluator,
    recorded,
    source,
    engine: { defaultStep: evaluationInterval },
    scrapeInterval,
    evaluationInterval,
  };
  const warmer = new RuleWarmer(book, evaluator, recorded);
  world.ticker.register('prometheus', async () => {
    registry.refresh();
    await book.followRepository();
    warmer.step();
  });
  return {
    name: 'prometheus',
    app: createApplication(parts),
    alerts: () => activeAlerts(parts),
  };
}
