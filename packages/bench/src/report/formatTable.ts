import type { Side, Verdict } from '../measure/judge';

const number = (value: number) =>
  value >= 100 ? value.toFixed(0) : value.toFixed(2);

function row(name: string, { median, spread, samples }: Side): string {
  const cells = [
    number(median),
    `${number(spread.lowerQuartile)}-${number(spread.upperQuartile)}`,
    `${number(spread.minimum)}-${number(spread.maximum)}`,
    String(samples.length),
  ];
  return [name.padEnd(8), ...cells.map(cell => cell.padStart(16))].join('');
}

const parts = (name: string, side: Side) =>
  Object.entries(side.parts).map(
    ([part, value]) => `  ${name}: ${part} ${number(value)}`,
  );

/** One benchmark as lines for a person: both sides, the ratio, and what the values are made of. */
export function formatTable(verdict: Verdict): string {
  const { name, unit, ratio, limit, pairRatios, passed, ours, stock } = verdict;
  const lowest = Math.min(...pairRatios);
  const highest = Math.max(...pairRatios);
  const head = ['median', 'quartiles', 'extremes', 'runs'];
  return [
    `${name} (${unit})`,
    `${''.padEnd(8)}${head.map(cell => cell.padStart(16)).join('')}`,
    row('ours', ours),
    row('stock', stock),
    `ratio ${ratio.toFixed(3)}, limit ${limit}: ${passed ? 'passed' : 'MISSED'} (single pairs ${lowest.toFixed(2)} to ${highest.toFixed(2)})`,
    ...parts('ours', ours),
    ...parts('stock', stock),
  ].join('\n');
}
