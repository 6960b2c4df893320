import { z } from 'zod';
import { AwsError } from '../AwsError';

/** A group is named by its name or, as identifier, by its name or ARN. */
export const groupSchema = z.object({
  logGroupName: z.string().min(1).max(512).optional(),
  logGroupIdentifier: z.string().min(1).max(2_048).optional(),
});

/** @throws AwsError InvalidParameterException when neither or both are given */
export function groupNameOf(input: z.output<typeof groupSchema>): string {
  const { logGroupName, logGroupIdentifier } = input;
  if ((logGroupName === undefined) === (logGroupIdentifier === undefined)) {
    throw new AwsError(
      'InvalidParameterException',
      'Exactly one of logGroupName and logGroupIdentifier must be given.',
    );
  }
  return (
    logGroupName ??
    logGroupIdentifier!.replace(/^arn:.*:log-group:/, '').replace(/:\*$/, '')
  );
}
