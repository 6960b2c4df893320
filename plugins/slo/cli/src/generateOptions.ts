import { parseArgs } from 'node:util';
import type { FilesOptions } from '@shopstack/plugin-slo-common/rules';
import { parseDuration } from '@shopstack/plugin-slo-common';
import { UsageError } from './UsageError';

const FORMATS = ['prometheus', 'prometheusrule', 'dashboard'] as const;
const MODES = ['sloth', 'guarded'] as const;
/** The names of labels that Prometheus takes, without those that it keeps to itself. */
const LABEL = /^(?!__)[A-Za-z_][A-Za-z0-9_]*$/;

/** What `generate` was asked to do. Paths are as they were given. */
export interface GenerateOptions {
  files: string[];
  /** `-` is standard output. */
  out: string;
  dashboard: boolean;
  /** Folder or file of alert windows. */
  windowsPath?: string;
  generator: FilesOptions & { defaultPeriodSeconds: number };
}

/** @throws UsageError naming the flag that is wrong */
export function readGenerateOptions(args: string[]): GenerateOptions {
  const { values, positionals } = parse(args);
  const files = [...(values.input ?? []), ...positionals];
  if (files.length === 0) throw new UsageError('there is no FILE');
  if (files.filter(file => file === '-').length > 1) {
    throw new UsageError('standard input can be read only once');
  }
  const format =
    values.format === undefined
      ? undefined
      : oneOf('format', FORMATS, values.format);
  const dashboard = format === 'dashboard';
  return {
    files,
    out: values.out,
    dashboard,
    windowsPath: values['slo-period-windows-path'],
    generator: {
      mode: oneOf('mode', MODES, values.mode),
      format: format === 'dashboard' ? undefined : format,
      defaultPeriodSeconds: duration(values['default-slo-period']),
      extraLabels: labels(values['extra-labels'] ?? []),
      disableRecordings: values['disable-recordings'],
      disableAlerts: values['disable-alerts'],
      disableOptimized: values['disable-optimized-rules'],
      datasource: values.datasource,
      prometheusRule: { name: values.name, namespace: values.namespace },
    },
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        mode: { type: 'string', default: 'guarded' },
        format: { type: 'string' },
        input: { type: 'string', short: 'i', multiple: true },
        out: { type: 'string', short: 'o', default: '-' },
        'default-slo-period': { type: 'string', default: '30d' },
        'slo-period-windows-path': { type: 'string' },
        'extra-labels': { type: 'string', short: 'l', multiple: true },
        'disable-recordings': { type: 'boolean', default: false },
        'disable-alerts': { type: 'boolean', default: false },
        'disable-optimized-rules': { type: 'boolean', default: false },
        datasource: { type: 'string' },
        name: { type: 'string' },
        namespace: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function oneOf<T extends string>(
  flag: string,
  allowed: readonly T[],
  value: string,
): T {
  const found = allowed.find(each => each === value);
  if (found) return found;
  throw new UsageError(
    `--${flag} must be ${allowed.join(' or ')}, not ${JSON.stringify(value)}`,
  );
}

function duration(text: string): number {
  const seconds = parseDuration(text);
  if (seconds) return seconds;
  throw new UsageError(
    `--default-slo-period must be a duration such as 30d, not ${JSON.stringify(text)}`,
  );
}

function labels(pairs: string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map(pair => {
      const [key, ...value] = pair.split('=');
      if (value.length > 0 && LABEL.test(key)) return [key, value.join('=')];
      throw new UsageError(
        `--extra-labels must be KEY=VALUE, not ${JSON.stringify(pair)}`,
      );
    }),
  );
}
