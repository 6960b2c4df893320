import { World } from '../../world/types';
import { ModelSource } from '../model';
import { EngineOptions, SampleSource } from '../promql';
import { RecordedSource, RuleBook, RuleEvaluator } from '../rules';
import { TargetRegistry } from '../targets';

/** What the routes of the API stand on. */
export interface PrometheusParts {
  readonly world: World;
  readonly registry: TargetRegistry;
  readonly model: ModelSource;
  readonly book: RuleBook;
  readonly evaluator: RuleEvaluator;
  readonly recorded: RecordedSource;
  /** Scraped and recorded series together. */
  readonly source: SampleSource;
  readonly engine: EngineOptions;
  /** Milliseconds. */
  readonly scrapeInterval: number;
  readonly evaluationInterval: number;
}
