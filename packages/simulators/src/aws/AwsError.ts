/** An error as an AWS service names it. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;

  /**
   * @param code - e.g. `RepositoryNotFoundException`
   * @param status - HTTP status; client errors of the JSON protocol are 400
   */
  constructor(code: string, message: string, status: number = 400) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
  }
}
