/**
 * A text that a person wrote, on its way into a file. It refuses to become a string by itself, so that a skeleton
 * cannot place it without saying for which language it is escaped.
 */
export class FreeText {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text as it was written, for a filter that escapes it. */
  unwrap(): string {
    return this.#text;
  }

  toString(): string {
    throw new Error(
      'free text needs a filter that escapes it: yaml, json or markdown',
    );
  }
}
