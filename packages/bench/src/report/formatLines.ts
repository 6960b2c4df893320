import type { Goal, JudgedLine, LinesVerdict } from '../measure/judgeLines';

function number(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

function goalText(goal: Goal | undefined): string {
  if (goal?.atMost !== undefined) return `<= ${number(goal.atMost)}`;
  return goal?.atLeast === undefined ? '' : `>= ${number(goal.atLeast)}`;
}

const verdictText = ({ goal, passed }: JudgedLine) =>
  goal ? (passed && 'passed') || 'MISSED' : 'said';

function cells(line: JudgedLine): string[] {
  const { what, unit, ours, peer, ratio, goal } = line;
  return [
    what,
    number(ours),
    peer === undefined ? '-' : number(peer),
    ratio === undefined ? '-' : `${ratio.toFixed(ratio < 0.1 ? 3 : 2)}x`,
    goalText(goal),
    unit,
    verdictText(line),
  ];
}

const head = ['', 'ours', 'peer', 'ratio', 'goal', 'unit', ''];

/** The lines of a benchmark as a table for a person, with the notes below. */
export function formatLines({ name, title, lines }: LinesVerdict): string {
  const rows = [head, ...lines.map(cells)];
  const widths = head.map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  const table = rows.map(row =>
    row
      .map((cell, column) =>
        column >= 1 && column <= 4
          ? cell.padStart(widths[column])
          : cell.padEnd(widths[column]),
      )
      .join('  ')
      .trimEnd(),
  );
  const notes = lines
    .filter(({ note }) => note)
    .map(({ what, note }) => `  ${what}: ${note}`);
  return [`${name} ${title}`, ...table, ...notes].join('\n');
}
