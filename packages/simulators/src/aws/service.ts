import type { z } from 'zod';
import type { World } from '../world/types';
import { AwsError } from './AwsError';

/** Who signed the request. */
export interface Caller {
  /** ARN of the user or of the assumed role. */
  arn: string;
}

export interface OperationContext {
  world: World;
  caller: Caller;
}

type Operation = (
  context: OperationContext,
  input: unknown,
  invalid: string,
) => object | Promise<object>;

/** One service of the AWS JSON 1.1 protocol. */
export interface AwsService {
  /** What stands before the dot in `X-Amz-Target`. */
  target: string;
  /** The service name in a SigV4 credential scope. */
  signingName: string;
  /** The error code for input that breaks a rule. */
  invalidInput: string;
  operations: Record<string, Operation>;
}

/** An operation whose input is checked against a schema before it runs. */
export function operation<S extends z.ZodType>(
  schema: S,
  run: (
    context: OperationContext,
    input: z.output<S>,
  ) => object | Promise<object>,
): Operation {
  return (context, input, invalid) => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const field = issue.path.join('.') || 'request body';
      throw new AwsError(
        invalid,
        `Invalid parameter at '${field}': ${issue.message}`,
      );
    }
    return run(context, parsed.data);
  };
}

/** A date as the JSON protocol writes it: seconds since 1970. */
export function epochSeconds(date: string): number;
export function epochSeconds(date: string | undefined): number | undefined;
export function epochSeconds(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Date.parse(date) / 1000;
}
