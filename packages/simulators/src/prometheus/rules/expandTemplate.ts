import { Labels, formatValue } from '../promql';

const PREFIXES = ['', 'k', 'M', 'G', 'T', 'P', 'E'];

function humanize(value: number): string {
  if (!Number.isFinite(value) || value === 0) return formatValue(value);
  const power = Math.min(
    PREFIXES.length - 1,
    Math.max(0, Math.floor(Math.log10(Math.abs(value)) / 3)),
  );
  return `${significant(value / 1000 ** power)}${PREFIXES[power]}`;
}

function humanizeDuration(value: number): string {
  if (!Number.isFinite(value)) return formatValue(value);
  if (Math.abs(value) < 1) return `${significant(value * 1000)}ms`;
  const seconds = Math.floor(Math.abs(value));
  const parts = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ] as const;
  const first = parts.findIndex(([amount]) => amount > 0);
  const text = parts
    .slice(first === -1 ? 3 : first)
    .map(([amount, unit]) => `${amount}${unit}`)
    .join(' ');
  return value < 0 ? `-${text}` : text;
}

/** Four significant digits, as `%.4g` prints them. */
function significant(value: number): string {
  return String(Number(value.toPrecision(4)));
}

const CONVERSIONS: Record<string, (value: number) => string> = {
  humanize,
  humanizePercentage: value => `${significant(value * 100)}%`,
  humanizeDuration,
};

/**
 * The part of Go's templates that annotations use: `{{ $labels.name }}`, `{{ $value }}`, `{{ .Labels.name }}`, and the
 * pipes humanize, humanizePercentage and humanizeDuration. Anything else becomes the text Prometheus puts there when a
 * template fails.
 */
export function expandTemplate(
  template: string,
  labels: Labels,
  value: number,
): string {
  return template.replace(/\{\{-?\s*(.*?)\s*-?\}\}/gs, (_, inner: string) => {
    const [subject, ...pipes] = inner.split('|').map(part => part.trim());
    const label = /^(?:\$labels|\.Labels)\.(\w+)$/.exec(subject);
    if (label && pipes.length === 0) return labels.get(label[1]) ?? '';
    const isValue = subject === '$value' || subject === '.Value';
    if (isValue && pipes.length === 0) return formatValue(value);
    const convert = isValue && pipes.length === 1 && CONVERSIONS[pipes[0]];
    return convert
      ? convert(value)
      : `<error expanding template: unsupported action "${inner}">`;
  });
}
