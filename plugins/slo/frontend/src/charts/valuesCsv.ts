import type { ChartLine } from './types';

/** A cell of a table that a spreadsheet reads back as it was. */
const cell = (text: string) =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** The values behind a chart as CSV: ISO times, one column for each line, nothing where there is a gap. */
export function valuesCsv(times: number[], lines: ChartLine[]): string {
  const rows = times.map((time, index) => [
    new Date(time * 1_000).toISOString(),
    ...lines.map(({ values }) => String(values[index] ?? '')),
  ]);
  return [['time', ...lines.map(line => line.label)], ...rows]
    .map(row => row.map(cell).join(','))
    .join('\n');
}
