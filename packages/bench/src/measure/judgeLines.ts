/** What ours is held to; a value equal to a limit passes. */
export interface Goal {
  atMost?: number;
  atLeast?: number;
}

/** One figure of ours beside the same of a peer. */
export interface Line {
  what: string;
  unit: string;
  ours: number;
  /** Absent where no peer does it, or where the peer is not available. */
  peer?: number;
  /** Without one the figure is said and not judged. */
  goal?: Goal;
  /** What one has to know to read it. */
  note?: string;
  /** Raw numbers and how they spread, for the document. */
  details?: Record<string, unknown>;
}

/** A line with its verdict. */
export interface JudgedLine extends Line {
  /** Ours by the peer's. */
  ratio?: number;
  passed: boolean;
}

/** The lines of one benchmark with their verdict. */
export interface LinesVerdict {
  name: string;
  title: string;
  /** False when a goal is missed, and when nothing was judged. */
  passed: boolean;
  lines: JudgedLine[];
}

const rounded = (value: number) => Number(value.toFixed(3));

/** What is no number has met no goal. Decided before anything is rounded. */
function meets(value: number, { atMost, atLeast }: Goal): boolean {
  return (
    Number.isFinite(value) &&
    (atMost === undefined || value <= atMost) &&
    (atLeast === undefined || value >= atLeast)
  );
}

function judgeLine(line: Line): JudgedLine {
  const { ours, peer, goal } = line;
  return {
    ...line,
    ours: rounded(ours),
    ...(peer !== undefined && { peer: rounded(peer) }),
    ...(peer && { ratio: rounded(ours / peer) }),
    passed: goal === undefined || meets(ours, goal),
  };
}

/** Holds every line to its goal. */
export function judgeLines(
  { name, title }: { name: string; title: string },
  lines: Line[],
): LinesVerdict {
  const judged = lines.map(judgeLine);
  return {
    name,
    title,
    passed:
      judged.some(({ goal }) => goal !== undefined) &&
      judged.every(({ passed }) => passed),
    lines: judged,
  };
}
