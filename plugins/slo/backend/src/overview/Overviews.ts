import { setTimeout as delay } from 'node:timers/promises';
import {
  type Observed,
  SOURCE_NAMES,
  type SourceStatus,
} from '@shopstack/plugin-kit-common';
import type { ObservedSource } from '@shopstack/plugin-kit-node';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import type { AlertmanagerReader } from '../upstream/AlertmanagerReader';
import type { ClockedPrometheus } from '../upstream/InstanceClock';
import type { Calendars } from './Calendars';
import type { Histories } from './Histories';
import type { InstanceOverview } from './InstanceOverview';
import type { HeldAlerts } from './joinAlerts';
import { joinOverview } from './joinOverview';
import { LastJoin } from './LastJoin';
import { withNotes } from './overviewNotes';
import { readOverview } from './readOverview';
import type { RuleHealths } from './RuleHealths';
import { unavailablePrometheus } from './unavailablePrometheus';

/** One configured Prometheus, and its Alertmanager where it has one. */
export interface OverviewInstance extends ClockedPrometheus {
  name: string;
  alertmanager?: AlertmanagerReader;
  /** Page of the alerts of an objective. */
  alertsUrl(slothId: string): string | undefined;
}

export interface OverviewsOptions {
  instances: readonly OverviewInstance[];
  observed: ObservedSource;
  calendars: Calendars;
  histories: Histories;
  rules: RuleHealths;
  /** Of the numbers and of the alerts. */
  maxAgeSeconds: number;
  /** Tells pages that show these topics to read again. */
  announce(topics: string[]): void;
}

/** How much longer than for the numbers is waited for what tells more of them, in milliseconds. */
const GRACE_MS = 300;
/** Of a first view, to one Prometheus and its Alertmanager. */
const MOST_CALLS = 10;

/** All objectives of every instance, each as one observation, with what tells more of them read beside it. */
export class Overviews {
  readonly #options: OverviewsOptions;
  readonly #joins = new LastJoin<SloSummary[]>();

  constructor(options: OverviewsOptions) {
    this.#options = options;
  }

  /** In the order of the configuration. */
  get instances(): string[] {
    return this.#options.instances.map(({ name }) => name);
  }

  /**
   * The objectives of these instances, or of all; those of one that does not answer are as they were last seen.
   *
   * @param maxAgeSeconds - where it is not the usual one
   */
  async observe(
    names: readonly string[] = [],
    maxAgeSeconds = this.#options.maxAgeSeconds,
  ): Promise<Observed<SloSummary>> {
    const wanted = this.#options.instances.filter(
      ({ name }) => names.length === 0 || names.includes(name),
    );
    const answers = await Promise.all(
      wanted.map(each => this.#observe(each, maxAgeSeconds)),
    );
    return {
      items: answers.flatMap(({ items }) => items),
      sources: [
        ...answers.flatMap(({ sources }) => sources),
        ...this.#unknown(names),
      ],
    };
  }

  async #observe(
    instance: OverviewInstance,
    maxAgeSeconds: number,
  ): Promise<Observed<SloSummary>> {
    const { calendars, histories, rules, announce } = this.#options;
    const { name, prometheus, clock } = instance;
    const main = this.#observeNumbers(instance, maxAgeSeconds);
    // These hold the numbers up for a moment only, and are announced in their name when they come later.
    const beside = {
      hurry: main.then(() => delay(GRACE_MS, undefined, { ref: false })),
      onRead: () =>
        main.then(({ sources }) =>
          announce(sources.flatMap(({ topic }) => topic ?? [])),
        ),
    };
    const [numbers, spending, history, health, held] = await Promise.all([
      main,
      main.then(({ items }) =>
        calendars.read(instance, items[0], {
          most: MOST_CALLS - callsOf(instance),
          onRead: beside.onRead,
        }),
      ),
      histories.read(prometheus, beside),
      rules.read(prometheus, beside),
      this.#observeHeld(instance, maxAgeSeconds),
    ]);
    const [overview] = numbers.items;
    const sources = [
      ...numbers.sources.map(status => withNotes(status, overview, spending)),
      ...held.sources,
    ];
    if (!overview) {
      return { items: [], sources };
    }
    histories.note(name, overview);
    clock.presume(overview.aheadSeconds ?? 0);
    const readings = {
      overview,
      history,
      rules: health,
      held: held.items[0],
      calendars: spending,
    };
    const { unread, spent } = spending;
    const parts = [overview, history, health, readings.held, unread, ...spent];
    return {
      items: this.#joins.get(name, parts, () =>
        joinOverview(name, readings, id => instance.alertsUrl(id)),
      ),
      sources,
    };
  }

  #observeNumbers(
    { name, prometheus }: OverviewInstance,
    maxAgeSeconds: number,
  ): Promise<Observed<InstanceOverview>> {
    return this.#options.observed.observe<InstanceOverview>({
      key: `slos:${name}`,
      source: SOURCE_NAMES.prometheus,
      instance: name,
      maxAgeSeconds,
      load: async () => [await readOverview(prometheus)],
    });
  }

  async #observeHeld(
    { name, alertmanager }: OverviewInstance,
    maxAgeSeconds: number,
  ): Promise<Observed<HeldAlerts>> {
    if (!alertmanager) {
      return { items: [], sources: [] };
    }
    return this.#options.observed.observe<HeldAlerts>({
      key: `slo-alerts:${name}`,
      source: SOURCE_NAMES.alertmanager,
      instance: name,
      maxAgeSeconds,
      load: async () => {
        const [alerts, silences] = await Promise.all([
          alertmanager.sloAlerts(),
          alertmanager.silences(),
        ]);
        return [{ alerts, silences }];
      },
    });
  }

  /** What an entity means and nobody configured must not look as if it had no objectives. */
  #unknown(names: readonly string[]): SourceStatus[] {
    const known = this.instances;
    if (known.length === 0 && names.length === 0) {
      return [unavailablePrometheus(undefined, 'No Prometheus is configured')];
    }
    return names
      .filter(name => !known.includes(name))
      .map(name =>
        unavailablePrometheus(name, 'No such Prometheus is configured'),
      );
  }
}

/** Numbers (4), since when there is data, rules; held alerts and silences. */
function callsOf({ alertmanager }: OverviewInstance): number {
  return alertmanager ? 8 : 6;
}
