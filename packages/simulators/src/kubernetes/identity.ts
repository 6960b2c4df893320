import { hash } from './hash';

/** A time as Kubernetes writes it: whole seconds. */
export function timestamp(time: Date | string): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** A uid for a new object; it only depends on what and when it is, so that a world begins the same each time. */
export function uidFor(key: string, version: number): string {
  const text = hash(`${key}@${version}`);
  return [
    text.slice(0, 8),
    text.slice(8, 12),
    `4${text.slice(13, 16)}`,
    `a${text.slice(17, 20)}`,
    text.slice(20, 32),
  ].join('-');
}
