/** Why the desired state of an application could not be told; becomes a condition of that type. */
export class ComparisonError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ComparisonError';
  }

  /** The error of one source, as the repository server reports it. */
  static ofSource(index: number, count: number, reason: string) {
    return new ComparisonError(
      `Failed to load target state: failed to generate manifest for source ${index + 1} of ${count}: rpc error: code = Unknown desc = ${reason}`,
    );
  }
}
