/** Lines and columns of a text, both counted from 1. */
export class LineTable {
  readonly #starts = [0];

  constructor(text: string) {
    for (
      let at = text.indexOf('\n');
      at >= 0;
      at = text.indexOf('\n', at + 1)
    ) {
      this.#starts.push(at + 1);
    }
  }

  /** Offset at which a line begins. */
  start(line: number): number {
    return this.#starts[line - 1] ?? 0;
  }

  /** Where an offset lies; offsets before the text count as its start. */
  position(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return {
      line: low + 1,
      column: Math.max(offset - this.#starts[low], 0) + 1,
    };
  }
}
