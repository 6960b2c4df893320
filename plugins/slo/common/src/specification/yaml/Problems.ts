import type { SloProblem } from '../SloSpecification';
import { LineTable } from './LineTable';

/** More than this says nothing new about a file; the rest is counted. */
const MOST_PROBLEMS = 100;

/** Where in a file something is wrong. */
export interface Place {
  /** Characters from the start of the file. */
  offset: number;
  /** Where in the document, for example `slos[1].objective`. */
  path?: string;
}

/** Collects what is wrong with one file, each thing once. */
export class Problems {
  /** The whole file. */
  readonly text: string;
  readonly #file: string;
  readonly #lines: LineTable;
  readonly #found = new Map<string, SloProblem>();
  readonly #notes = new Map<string, SloProblem>();
  #refusals = 0;

  constructor(file: string, text: string) {
    this.#file = file;
    this.text = text;
    this.#lines = new LineTable(text);
  }

  /**
   * Grows with every refusal, also with one that was told before: two objectives may fail for one indicator. What read
   * something compares it with the count from before.
   */
  get refusals(): number {
    return this.#refusals;
  }

  /** Says that something cannot be used. */
  refuse(place: Place, reason: string): void {
    this.#refusals += 1;
    this.#keep(this.#found, place, reason);
  }

  /** Says the same of a line as a whole. */
  refuseLine(line: number, reason: string): void {
    this.refuse({ offset: this.#lines.start(line) }, reason);
  }

  /** Says that something is passed over, which refuses nothing. */
  note(place: Place, reason: string): void {
    this.#keep(this.#notes, place, reason);
  }

  line(offset: number): number {
    return this.#lines.position(offset).line;
  }

  /** Everything that was refused, in the order of the file. */
  list(): SloProblem[] {
    return inOrder(this.#found, this.#file);
  }

  /** Everything that was passed over, in the order of the file. */
  listNotes(): SloProblem[] {
    return inOrder(this.#notes, this.#file);
  }

  #keep(
    into: Map<string, SloProblem>,
    { offset, path }: Place,
    reason: string,
  ): void {
    const problem: SloProblem = {
      file: this.#file,
      ...this.#lines.position(offset),
      ...(path ? { path } : {}),
      reason,
    };
    const { line, column } = problem;
    into.set(JSON.stringify([line, column, path, reason]), problem);
  }
}

function inOrder(found: Map<string, SloProblem>, file: string): SloProblem[] {
  const all = [...found.values()].sort(
    (a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0),
  );
  if (all.length <= MOST_PROBLEMS) return all;
  return [
    ...all.slice(0, MOST_PROBLEMS),
    {
      file,
      line: all[MOST_PROBLEMS].line,
      reason: `${all.length - MOST_PROBLEMS} more problems are not listed`,
    },
  ];
}
