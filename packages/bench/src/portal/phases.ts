/** A step that `npm start` announced, and when, in seconds after its start. */
export interface Phase {
  name: string;
  at: number;
}

/** The step that a line of progress announces; what is indented below a step is not one. */
export function phaseName(line: string): string | undefined {
  return /^\s*\d+ s {2}(\S[^(]*)/.exec(line)?.[1].trim();
}

/** Seconds from each step to the next, the last one up to `end`. Steps of the same name are added. */
export function phaseSeconds(
  phases: Phase[],
  end: number,
): Record<string, number> {
  const seconds: Record<string, number> = {};
  for (const [index, { name, at }] of phases.entries()) {
    const next = phases[index + 1]?.at ?? end;
    seconds[name] = (seconds[name] ?? 0) + next - at;
  }
  return seconds;
}
