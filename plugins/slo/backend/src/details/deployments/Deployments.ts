import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  mergeObserved,
  type Observed,
  type SourceStatus,
} from '@shopstack/plugin-kit-common';
import type { ObservedSource } from '@shopstack/plugin-kit-node';
import type { SloDeployment, SloSummary } from '@shopstack/plugin-slo-common';
import { budgetWindowOf } from '../budgetWindow';
import type { ClockedPrometheus } from '../../upstream/InstanceClock';
import { keyOf } from '../keyOf';
import { PROMETHEUS_SOURCE } from '../sources';
import type { Spending } from '../spendingQueries';
import type { ApplicationsSource } from './ApplicationsSource';
import { deploymentMarks } from './deploymentMarks';
import { readSpent, type SpentQuestion, type SpentShare } from './readSpent';
import { type SpentSpan, spentSpans } from './spentSpans';

export interface DeploymentsOptions {
  instances: ReadonlyMap<string, ClockedPrometheus>;
  applications: Pick<ApplicationsSource, 'read'>;
  observed: ObservedSource;
}

export interface DeploymentsQuestion {
  entity: Entity;
  credentials: BackstageCredentials;
  /** Unix seconds. */
  from: number;
  to: number;
  /** How the budget of the objective is counted. Not asked where there is no deployment. */
  spending: () => Promise<{ spending: Spending; sources: SourceStatus[] }>;
}

/** For so many the budget is counted: who looks further back looks at trends. */
const MOST_MEASURED = 10;

/** What is over only changes as it leaves the window. */
const PAST_MAX_AGE_SECONDS = 3_600;
const PRESENT_MAX_AGE_SECONDS = 60;

/** Deployments beside the charts of an objective, with what each of them spent of the budget. */
export class Deployments {
  readonly #options: DeploymentsOptions;

  constructor(options: DeploymentsOptions) {
    this.#options = options;
  }

  async list(
    slo: SloSummary,
    { entity, credentials, from, to, spending }: DeploymentsQuestion,
  ): Promise<Observed<SloDeployment>> {
    const { items, sources } = await this.#options.applications.read(
      stringifyEntityRef(entity),
      credentials,
    );
    const all = deploymentMarks(items, slo.environment);
    const isShown = ({ at }: SloDeployment) =>
      Date.parse(at) / 1000 >= from && Date.parse(at) / 1000 <= to;
    if (!all.some(isShown)) return { items: [], sources };
    const known = await spending();
    const spent = await this.#spent(slo, all, isShown, known.spending);
    const shares = new Map(
      spent.items.map(({ index, share }) => [index, share]),
    );
    return {
      items: all
        .map((mark, index) => {
          const budgetSpent = shares.get(index);
          return { ...mark, ...(budgetSpent !== undefined && { budgetSpent }) };
        })
        .filter(isShown),
      sources: [...sources, ...known.sources, ...spent.sources],
    };
  }

  /** The newest that are shown; the one that still runs apart from those that are over. */
  async #spent(
    slo: SloSummary,
    all: SloDeployment[],
    isShown: (mark: SloDeployment) => boolean,
    spending: Spending,
  ): Promise<Observed<SpentShare>> {
    const upstream = this.#options.instances.get(slo.instance);
    if (!upstream) return { items: [], sources: [] };
    const now = upstream.clock.now();
    const window = budgetWindowOf(slo);
    const spans = spentSpans(
      all.map(({ at }) => Date.parse(at) / 1000),
      { now, windowStart: window.startedAt ?? now - window.seconds },
    )
      .filter(({ index }) => isShown(all[index]))
      .slice(0, MOST_MEASURED);
    const question = {
      slo: identityOf(slo),
      objective: slo.objective,
      windowSeconds: window.seconds,
      spending,
    };
    const groups = [
      spans.filter(({ until }) => until === undefined),
      spans.filter(({ until }) => until !== undefined),
    ].filter(group => group.length > 0);
    return mergeObserved(
      await Promise.all(
        groups.map(group => this.#observe(question, group, upstream)),
      ),
    );
  }

  #observe(
    question: SpentQuestion,
    spans: SpentSpan[],
    upstream: ClockedPrometheus,
  ): Promise<Observed<SpentShare>> {
    const isOver = spans.every(({ until }) => until !== undefined);
    return this.#options.observed.observe<SpentShare>({
      key: keyOf(question.slo, 'deployments', question, stable(spans)),
      source: PROMETHEUS_SOURCE,
      instance: question.slo.instance,
      maxAgeSeconds: isOver ? PAST_MAX_AGE_SECONDS : PRESENT_MAX_AGE_SECONDS,
      load: () => readSpent(question, spans, upstream),
    });
  }
}

function identityOf({ instance, id, service, name, labels }: SloSummary) {
  return { instance, id, service, name, labels };
}

/** The start of the window moves all the time, and nobody sees a quarter of an hour of it. */
function stable(spans: SpentSpan[]): unknown[] {
  return spans.map(({ index, from, until }) => [
    index,
    Math.round(from / 900),
    until,
  ]);
}
