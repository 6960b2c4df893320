/** One run of one side. */
export interface Sample {
  /** What the verdict compares, in the benchmark's unit. */
  value: number;
  /** What it is made of, or what was measured beside it, in the same unit. */
  parts?: Record<string, number>;
}
