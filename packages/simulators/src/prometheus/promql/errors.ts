/** The query is not PromQL, or its types do not fit: what Prometheus answers with 400 `bad_data`. */
export class PromqlSyntaxError extends Error {
  override readonly name = 'PromqlSyntaxError';
}

/** The query is well formed and fails while it runs, for example because a match is ambiguous: 422 `execution`. */
export class PromqlExecutionError extends Error {
  override readonly name: string = 'PromqlExecutionError';
}

/** The query is PromQL, but uses a construct outside the subset of this engine: 422 `execution`, naming it. */
export class PromqlUnsupportedError extends PromqlExecutionError {
  override readonly name = 'PromqlUnsupportedError';

  constructor(readonly construct: string) {
    super(`${construct} is not supported by this Prometheus simulator`);
  }
}
