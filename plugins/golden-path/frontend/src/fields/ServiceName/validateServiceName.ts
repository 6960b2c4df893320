import type { ApiHolder } from '@backstage/frontend-plugin-api';
import { goldenPathApiRef } from '../../apis';
import { nameVerdict } from './nameVerdict';

/** So long may the check before the next page take. */
const TIMEOUT_MILLISECONDS = 10_000;

/** Lets the wizard go on only with a name that is known to be free. The texts stand under the field. */
export async function validateServiceName(
  name: string | undefined,
  field: { addError(message: string): void },
  context: { apiHolder: ApiHolder },
): Promise<void> {
  const api = context.apiHolder.get(goldenPathApiRef);
  if (!api) throw new Error('The golden-path API is not part of this app');
  const verdict = await nameVerdict(
    api,
    name ?? '',
    AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  ).catch(error => ({ kind: 'unknown' as const, reason: String(error) }));
  if (verdict.kind === 'refused') {
    field.addError(`The name ${verdict.reason}.`);
  }
  if (verdict.kind === 'taken') {
    field.addError(`${name} is taken: ${verdict.by}.`);
  }
  if (verdict.kind === 'unknown') {
    field.addError(
      `Whether the name is free cannot be checked now, so it cannot be used. Try again in a moment. ${verdict.reason}`.trim(),
    );
  }
}
