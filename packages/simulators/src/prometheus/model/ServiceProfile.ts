import { between, unitOf } from './unitOf';

export interface RouteProfile {
  readonly route: string;
  readonly method: string;
  /** Share of the requests; the shares of a service add up to 1. */
  readonly share: number;
  /** Seconds. */
  readonly medianLatency: number;
}

/** How much a service is used and how well it behaves, in one environment. */
export interface ServiceProfile {
  /** On average over a day. */
  readonly requestsPerSecond: number;
  /** Share of requests that fail on an ordinary day. */
  readonly errorShare: number;
  /** Share of requests that are the client's fault. */
  readonly clientErrorShare: number;
  /** How likely a release brings a burst of errors. */
  readonly releaseRisk: number;
  /** Traffic of a weekend day by that of a working day. */
  readonly weekendFactor: number;
  /** Hour of the day (UTC) with the most traffic. */
  readonly peakHour: number;
  readonly routes: readonly RouteProfile[];
}

/** Requests a second in production of the services a shop has; any other gets what its name hashes to. */
const REQUESTS_PER_SECOND: Record<string, number> = {
  'api-gateway': 92,
  'web-storefront': 64,
  'admin-panel': 1.4,
  catalog: 48,
  product: 44,
  recommendations: 26,
  cart: 21,
  user: 17,
  inventory: 14,
  order: 7.5,
  payment: 6,
  notification: 4,
};
/** Share of requests that fail in production, where it is known: of one that lives beyond its budget, and of two that promise more than others. */
const ERROR_SHARES: Record<string, number> = {
  recommendations: 0.0023,
  'api-gateway': 0.00016,
  payment: 0.00014,
};
const ENVIRONMENT_FACTORS: Record<string, number> = {
  prod: 1,
  production: 1,
  staging: 0.12,
  stage: 0.12,
};
const OTHER_ENVIRONMENT_FACTOR = 0.03;

export function serviceProfile(
  service: string,
  environment: string,
): ServiceProfile {
  const factor = ENVIRONMENT_FACTORS[environment] ?? OTHER_ENVIRONMENT_FACTOR;
  const isProduction = factor === 1;
  const isInternal = service.startsWith('admin');
  const known = Object.hasOwn(REQUESTS_PER_SECOND, service);
  const requests = known
    ? REQUESTS_PER_SECOND[service]
    : between(2, 30, service, 'requests');
  return {
    requestsPerSecond: requests * factor,
    errorShare:
      (Object.hasOwn(ERROR_SHARES, service)
        ? ERROR_SHARES[service]
        : between(0.0001, 0.0006, service, 'errors')) * (isProduction ? 1 : 3),
    clientErrorShare: between(0.004, 0.02, service, 'client errors'),
    releaseRisk: between(0.1, 0.35, service, 'risk'),
    weekendFactor: isInternal ? 0.25 : between(1.05, 1.3, service, 'weekend'),
    peakHour: isInternal ? 10 : between(17, 20, service, 'peak'),
    routes: routesOf(service),
  };
}

function routesOf(service: string): RouteProfile[] {
  const noun = service.replace(/^(web|api)-/, '');
  const plural = /s$/.test(noun) ? noun : `${noun}s`;
  const median = between(0.008, 0.045, service, 'latency');
  const reads = between(0.5, 0.65, service, 'reads');
  const lists = between(0.15, 0.25, service, 'lists');
  const writes = (1 - reads - lists) * (0.6 + 0.2 * unitOf(service, 'writes'));
  return [
    {
      route: `/${plural}/:id`,
      method: 'GET',
      share: reads,
      medianLatency: median,
    },
    {
      route: `/${plural}`,
      method: 'GET',
      share: lists,
      medianLatency: median * 1.8,
    },
    {
      route: `/${plural}`,
      method: 'POST',
      share: writes,
      medianLatency: median * 2.6,
    },
    {
      route: `/${plural}/:id`,
      method: 'PUT',
      share: 1 - reads - lists - writes,
      medianLatency: median * 2.2,
    },
  ];
}
