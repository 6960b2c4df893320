/** What a run of the command talks to. */
export interface Console {
  /** Relative paths are relative to this. */
  directory: string;
  /** Standard output: only the result. */
  out(text: string): void;
  /** Standard error, a line at a time. */
  error(line: string): void;
  /** All of standard input. */
  input(): Promise<string>;
}
