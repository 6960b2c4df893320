import { InputError } from '@backstage/errors';
import { z } from 'zod';

const planRequest = z.object({
  template: z.string().min(1),
  values: z.record(z.string(), z.unknown()),
});

/** The body of a plan request. The values are the planner's to check. @throws InputError */
export function parsePlanRequest(body: unknown) {
  const result = planRequest.safeParse(body);
  if (!result.success) {
    const fields = result.error.issues.map(
      issue => `${issue.path.join('.') || 'body'}: ${issue.message}`,
    );
    throw new InputError(fields.join('; '));
  }
  return result.data;
}
