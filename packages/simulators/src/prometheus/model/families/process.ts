import { MetricFamily } from '../ModelSeries';
import { between } from '../unitOf';
import { PodSubject } from './PodSubject';
import { podTraffic } from './podTraffic';
import { targetLabels } from './targetLabels';

/** Seconds of processor time a second for doing nothing, and for one request. */
const IDLE_CPU = 0.012;
const CPU_PER_REQUEST = 0.0035;
const MEBIBYTE = 2 ** 20;

export const UP: MetricFamily<PodSubject> = {
  name: 'up',
  names: ['up'],
  metadata: {
    type: 'gauge',
    help: 'Whether the last scrape of the target succeeded.',
  },
  series: ({ target }) => [
    {
      labels: targetLabels(target, 'up'),
      life: target,
      shape: { kind: 'gauge', value: () => 1 },
    },
  ],
};

export const PROCESS_CPU: MetricFamily<PodSubject> = {
  name: 'process_cpu_seconds_total',
  names: ['process_cpu_seconds_total'],
  metadata: {
    type: 'counter',
    help: 'User and system processor time spent, in seconds.',
  },
  series: ({ target, model }) => {
    const { requests } = podTraffic({ target, model });
    return [
      {
        labels: targetLabels(target, 'process_cpu_seconds_total'),
        life: target,
        shape: {
          kind: 'counter',
          whole: false,
          amount: time =>
            (IDLE_CPU * time) / 1000 + CPU_PER_REQUEST * requests(time),
        },
      },
    ];
  },
};

export const PROCESS_MEMORY: MetricFamily<PodSubject> = {
  name: 'process_resident_memory_bytes',
  names: ['process_resident_memory_bytes'],
  metadata: { type: 'gauge', help: 'Resident memory size in bytes.' },
  series: ({ target }) => {
    const base = between(70, 160, target.service, 'memory') * MEBIBYTE;
    const period = between(5, 20, target.pod, 'collection') * 60_000;
    return [
      {
        labels: targetLabels(target, 'process_resident_memory_bytes'),
        life: target,
        shape: {
          kind: 'gauge',
          // Grows until the garbage collector runs.
          value: time =>
            Math.round(
              (base * (1 + (0.25 * (time % period)) / period)) / 4096,
            ) * 4096,
        },
      },
    ];
  },
};

export const PROCESS_START: MetricFamily<PodSubject> = {
  name: 'process_start_time_seconds',
  names: ['process_start_time_seconds'],
  metadata: {
    type: 'gauge',
    help: 'Start of the process, in seconds since 1970.',
  },
  series: ({ target }) => [
    {
      labels: targetLabels(target, 'process_start_time_seconds'),
      life: target,
      shape: {
        kind: 'gauge',
        value: time => {
          const before = target.restarts.filter(restart => restart <= time);
          return (before[before.length - 1] ?? target.startedAt) / 1000;
        },
      },
    },
  ],
};
