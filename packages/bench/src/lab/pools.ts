import { fleetNames } from '../stubs/content/applications';
import { makeService, type Service } from './services';

const services = (
  prefix: string,
  count: number,
  size: { images: number; projects?: number },
) =>
  Array.from({ length: count }, (_, index) =>
    makeService(`${prefix}-${index + 1}`, size),
  );

/** Runs of a cold page for each injected latency, in milliseconds. */
export const coldRuns: Record<number, number> = { 100: 9, 500: 3 };

/** Nobody has looked at a service before its turn: that is what makes it cold. One list for each use. */
export const pools = {
  /** B1, by the number of CodeBuild projects. */
  calls: [1, 5, 20].map(projects =>
    makeService(`calls-${projects}`, { images: 2500, projects }),
  ),
  /** B2: looked at before anything is measured, so that neither side starts up within a measurement. */
  first: services('first', 2, { images: 2500, projects: 20 }),
  /** B2, by the injected latency. */
  cold: Object.fromEntries(
    Object.entries(coldRuns).map(([latency, runs]) => [
      latency,
      services(`cold-${latency}`, runs, { images: 2500, projects: 20 }),
    ]),
  ) as Record<number, Service[]>,
  /** B3: one for a single viewer, one for the crowd. */
  crowd: services('crowd', 2, { images: 2500 }),
  /** B4 and the collector. */
  fleet: fleetNames(1000).map(name => makeService(name, { images: 100 })),
};

/** Everything that is in the catalog. */
export const allServices: Service[] = [
  ...pools.calls,
  ...pools.first,
  ...Object.values(pools.cold).flat(),
  ...pools.crowd,
  ...pools.fleet,
];
