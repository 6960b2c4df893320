import type { Manifest } from '../kustomize/manifest';
import { fraction } from './hash';

/** What a container asks for when it does not say. */
const unasked = { cpu: 100, memory: 128 * 1024 * 1024 };

/** Millicores a container uses at a minute and requested; the same for every caller. */
export function cpuUsage(
  pod: Manifest,
  container: any,
  time: Date,
): { used: number; requested: number } {
  const requested = parseCpu(container.resources?.requests?.cpu) ?? unasked.cpu;
  const share =
    0.15 +
    0.3 * fraction(`${pod.metadata.uid}/${container.name}/cpu`) +
    0.15 * fraction(`${pod.metadata.uid}/${minute(time)}/cpu`);
  return { used: Math.max(1, Math.round(requested * share)), requested };
}

/** Bytes a container uses at a minute: steadier than processor time. */
export function memoryUsage(
  pod: Manifest,
  container: any,
  time: Date,
): { used: number; requested: number } {
  const requested =
    parseMemory(container.resources?.requests?.memory) ?? unasked.memory;
  const share =
    0.45 +
    0.25 * fraction(`${pod.metadata.uid}/${container.name}/memory`) +
    0.05 * fraction(`${pod.metadata.uid}/${minute(time)}/memory`);
  return { used: Math.round(requested * share), requested };
}

/** Millicores of `250m` or `0.5`. */
function parseCpu(quantity: string | number | undefined): number | undefined {
  if (quantity === undefined) {
    return undefined;
  }
  const text = String(quantity);
  return text.endsWith('m') ? parseFloat(text) : parseFloat(text) * 1000;
}

const units: Record<string, number> = {
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
  k: 1000,
  M: 1000 ** 2,
  G: 1000 ** 3,
  T: 1000 ** 4,
};

/** Bytes of `256Mi` or a plain number. */
function parseMemory(
  quantity: string | number | undefined,
): number | undefined {
  if (quantity === undefined) {
    return undefined;
  }
  const [, number, unit] = /^([\d.]+)(\D*)$/.exec(String(quantity)) ?? [];
  return number === undefined
    ? undefined
    : parseFloat(number) * (units[unit] ?? 1);
}

function minute(time: Date): number {
  return Math.floor(time.getTime() / 60_000);
}
