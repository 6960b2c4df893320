import { Router } from 'express';
import { stringify } from 'yaml';
import { targetId } from '../targets';
import { parameter } from './parameters';
import { PrometheusParts } from './PrometheusParts';
import { now } from './queryRoutes';

/** The version whose semantics the engine has, and is compared with. */
const VERSION = '2.42.0';

export function statusRoutes(parts: PrometheusParts): Router {
  const router = Router();
  const { scrapeInterval } = parts;
  router.get('/status/buildinfo', (_request, response) => {
    response.json({
      status: 'success',
      data: {
        version: VERSION,
        revision: 'simulator',
        branch: 'simulator',
        buildUser: '',
        buildDate: '',
        goVersion: '',
      },
    });
  });
  router.get('/status/config', (_request, response) => {
    const yaml = stringify({
      global: {
        scrape_interval: `${scrapeInterval / 1000}s`,
        evaluation_interval: `${parts.evaluationInterval / 1000}s`,
      },
      rule_files: ['/etc/prometheus/rules/*.yaml'],
    });
    response.json({ status: 'success', data: { yaml } });
  });
  router.get('/targets', (request, response) => {
    const isWanted = parameter(request, 'state') !== 'dropped';
    const activeTargets = isWanted ? activeTargetsOf(parts) : [];
    response.json({
      status: 'success',
      data: { activeTargets, droppedTargets: [] },
    });
  });
  router.get('/metadata', (request, response) => {
    const wanted = parameter(request, 'metric');
    const limit = Number(parameter(request, 'limit') ?? -1);
    const entries = [...parts.model.metadata]
      .filter(([name]) => !wanted || name === wanted)
      .slice(0, limit < 0 ? undefined : limit)
      .map(([name, metadata]) => [name, [{ ...metadata, unit: '' }]]);
    response.json({ status: 'success', data: Object.fromEntries(entries) });
  });
  return router;
}

function activeTargetsOf({ registry, world, scrapeInterval }: PrometheusParts) {
  const newest = Math.floor(now({ world }) / scrapeInterval) * scrapeInterval;
  return registry
    .targets()
    .filter(target => target.endedAt === undefined)
    .map(target => {
      const wasScraped = newest >= target.startedAt;
      const { service, environment, namespace, pod, instance } = target;
      return {
        discoveredLabels: {
          __address__: instance,
          __meta_kubernetes_namespace: namespace,
          __meta_kubernetes_pod_name: pod,
        },
        labels: {
          job: service,
          instance,
          service,
          environment,
          namespace,
          pod,
        },
        scrapePool: `pods/${targetId(target)}`,
        scrapeUrl: `http://${instance}/metrics`,
        globalUrl: `http://${instance}/metrics`,
        lastError: '',
        lastScrape: wasScraped
          ? new Date(newest).toISOString()
          : '0001-01-01T00:00:00Z',
        lastScrapeDuration: wasScraped ? 0.004 : 0,
        health: wasScraped ? 'up' : 'unknown',
        scrapeInterval: `${scrapeInterval / 1000}s`,
        scrapeTimeout: '10s',
      };
    });
}
