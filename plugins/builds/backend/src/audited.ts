import type { AuditorService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { Build } from '@shopstack/plugin-builds-common';
import type { Request } from 'express';

type Meta = Parameters<AuditorService['createEvent']>[0]['meta'];

/**
 * Notes in the audit log who wants something done, then does it, and notes what came of it. A refusal by the policy is
 * noted as well. Where the audit log cannot be written nothing is done.
 */
export async function audited(
  event: { auditor: AuditorService; request: Request; eventId: string },
  about: Record<string, string | undefined>,
  work: () => Promise<Build>,
): Promise<Build> {
  const { auditor, request, eventId } = event;
  const meta = JSON.parse(JSON.stringify(about)) as Meta;
  const audit = await auditor.createEvent({
    eventId,
    severityLevel: 'medium',
    request,
    meta,
  });
  let build: Build;
  try {
    build = await work();
  } catch (error) {
    const cause = isError(error) ? error : new Error('Unknown');
    // Only name and words of ours: a cause may hold what an upstream answered.
    const failure = new Error(cause.message);
    failure.name = cause.name;
    await audit.fail({ error: failure });
    throw error;
  }
  await audit.success({ meta: { build: build.id, status: build.status } });
  return build;
}
