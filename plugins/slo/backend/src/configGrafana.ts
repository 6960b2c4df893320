import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** What stands for a part of an objective in `slo.grafanaUrl`, as `{{service}}`. */
export const GRAFANA_PLACEHOLDERS = [
  'service',
  'slo',
  'id',
  'environment',
] as const;

export type GrafanaPlaceholder = (typeof GRAFANA_PLACEHOLDERS)[number];

/** Matches one placeholder; its name is the first group. */
export const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

const KEY = 'slo.grafanaUrl';

/** @throws InputError when it could never make a safe address. */
export function readGrafanaUrl(root: Config): string | undefined {
  const template = root.getOptionalString(KEY);
  if (template === undefined) {
    return undefined;
  }
  for (const [, name] of template.matchAll(PLACEHOLDER)) {
    if (!(GRAFANA_PLACEHOLDERS as readonly string[]).includes(name)) {
      throw new InputError(
        `${KEY} has the unknown placeholder '{{${name}}}'; known are ${GRAFANA_PLACEHOLDERS.join(', ')}`,
      );
    }
  }
  const filled = template.replace(PLACEHOLDER, 'x');
  if (/[{}]{2}/.test(filled)) {
    throw new InputError(`${KEY} has a placeholder that does not end`);
  }
  if (!URL.canParse(filled) || !/^https?:$/.test(new URL(filled).protocol)) {
    throw new InputError(`${KEY} is no http or https address`);
  }
  // What comes from labels must not choose where people are sent to.
  const origin = /^https?:\/\/[^/?#]*/i.exec(template)?.[0] ?? '';
  const { username, password } = new URL(filled);
  if (origin.includes('{{') || username || password) {
    throw new InputError(
      `${KEY} may have placeholders only after its host, and no credentials`,
    );
  }
  return template;
}
