import type { Manifest } from '../kustomize/manifest';
import { fraction, hash } from './hash';

/** One line of a log and when it was written. */
export interface LogLine {
  time: Date;
  text: string;
}

/** Seconds between two lines, on average. */
const INTERVAL = 6;

/** Lines a kubelet would still have, at most. */
const MOST_LINES = 5000;

const paths = [
  '/',
  '/health',
  '/ready',
  '/metrics',
  '/items',
  '/items/42',
  '/search?q=tea',
];

/** What a container wrote since it started: JSON lines, the same ones however often they are read. */
export function podLog(
  pod: Manifest,
  container: string,
  until: Date,
): LogLine[] {
  const status = (pod.status?.containerStatuses ?? []).find(
    ({ name }: any) => name === container,
  );
  const startedAt =
    status?.state?.running?.startedAt ?? status?.state?.terminated?.startedAt;
  if (!startedAt) {
    return [];
  }
  const start = new Date(startedAt);
  const last = status.state.terminated?.finishedAt ?? until;
  const seconds = (new Date(last).getTime() - start.getTime()) / 1000;
  const count = Math.floor(seconds / INTERVAL) + 1;
  const first = Math.max(0, count - MOST_LINES);
  const lines: LogLine[] = [];
  for (let index = first; index < count; index++) {
    lines.push(line(pod, container, start, index));
  }
  return lines.filter(({ time }) => time <= new Date(last));
}

function line(
  pod: Manifest,
  container: string,
  start: Date,
  index: number,
): LogLine {
  const seed = `${pod.metadata.uid}/${container}/${index}`;
  const shift = index === 0 ? 0 : fraction(seed) * 0.8 * INTERVAL;
  const time = new Date(start.getTime() + (index * INTERVAL + shift) * 1000);
  const common = { time: time.toISOString(), service: container };
  if (index === 0) {
    const port = pod.spec.containers.find(({ name }: any) => name === container)
      ?.ports?.[0]?.containerPort;
    return {
      time,
      text: JSON.stringify({
        ...common,
        level: 'info',
        msg: 'listening',
        port: port ?? 8080,
      }),
    };
  }
  const path = paths[Math.floor(fraction(`${seed}/path`) * paths.length)];
  const failed = fraction(`${seed}/status`) < 0.01;
  return {
    time,
    text: JSON.stringify({
      ...common,
      level: failed ? 'error' : 'info',
      msg: failed ? 'request failed' : 'request completed',
      method: 'GET',
      path,
      status: failed ? 503 : 200,
      durationMs: Math.round(3 + 90 * fraction(`${seed}/duration`) ** 3),
      requestId: hash(seed).slice(0, 16),
    }),
  };
}
