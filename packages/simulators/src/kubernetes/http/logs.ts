import type { Request, Response } from 'express';
import type { Manifest } from '../../kustomize/manifest';
import type { Cluster } from '../Cluster';
import { podLog, type LogLine } from '../podLog';
import { text } from './selection';
import { StatusError } from './status';

/** Milliseconds between two looks for new lines while a client follows. */
const FOLLOW_INTERVAL = 1000;

/** Answers the log of a pod's container; with `follow`, goes on with what is written later. */
export function sendLog(
  cluster: Cluster,
  pod: Manifest,
  request: Request,
  response: Response,
): void {
  const container = chooseContainer(pod, text(request.query.container));
  const status = pod.status?.containerStatuses?.find(
    ({ name }: any) => name === container,
  );
  if (status?.state?.waiting) {
    throw new StatusError(
      400,
      'BadRequest',
      `container "${container}" in pod "${pod.metadata.name}" is waiting to start: ${waitingReason(status.state.waiting)}`,
    );
  }
  if (request.query.previous === 'true') {
    throw new StatusError(
      400,
      'BadRequest',
      `previous terminated container "${container}" in pod "${pod.metadata.name}" not found`,
    );
  }
  const withTime = request.query.timestamps === 'true';
  const write = ({ time, text: line }: LogLine) =>
    withTime ? `${time.toISOString()} ${line}\n` : `${line}\n`;

  const until = cluster.now();
  const lines = selected(podLog(pod, container, until), request, until);
  response.setHeader('Content-Type', 'text/plain');
  const whole = lines.map(write).join('');
  const limit = Number(text(request.query.limitBytes)) || Infinity;
  if (request.query.follow !== 'true') {
    response.send(Buffer.from(whole).subarray(0, limit).toString());
    return;
  }
  response.write(whole);
  let seen = until;
  const timer = setInterval(() => {
    const now = cluster.now();
    podLog(pod, container, now)
      .filter(({ time }) => time > seen)
      .forEach(line => response.write(write(line)));
    seen = now;
  }, FOLLOW_INTERVAL);
  response.once('close', () => clearInterval(timer));
}

function chooseContainer(pod: Manifest, asked: string): string {
  const names: string[] = pod.spec.containers.map(({ name }: any) => name);
  if (asked && !names.includes(asked)) {
    throw new StatusError(
      400,
      'BadRequest',
      `container ${asked} is not valid for pod ${pod.metadata.name}`,
    );
  }
  if (!asked && names.length > 1) {
    throw new StatusError(
      400,
      'BadRequest',
      `a container name must be specified for pod ${pod.metadata.name}, choose one of: [${names.join(' ')}]`,
    );
  }
  return asked || names[0];
}

function selected(lines: LogLine[], request: Request, now: Date): LogLine[] {
  const seconds = Number(text(request.query.sinceSeconds));
  const sinceTime = text(request.query.sinceTime);
  const since = seconds
    ? new Date(now.getTime() - seconds * 1000)
    : new Date(sinceTime || 0);
  const recent = lines.filter(({ time }) => time >= since);
  const tail = text(request.query.tailLines);
  return tail === ''
    ? recent
    : recent.slice(Math.max(0, recent.length - Number(tail)));
}

function waitingReason({ reason }: { reason: string }): string {
  return reason === 'ImagePullBackOff'
    ? 'trying and failing to pull image'
    : reason;
}
