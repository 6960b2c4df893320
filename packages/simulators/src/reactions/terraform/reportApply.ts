import type { Forge } from '../../world/types';
import { INFRASTRUCTURE_REPOSITORY } from '../organisation';
import type { ApplyResult } from './applyTerraform';

/** GitHub cuts descriptions of statuses here. */
const MAX_DESCRIPTION = 140;

/** Sets the status `terraform apply` of the commit that was applied. */
export async function reportApply(
  forge: Pick<Forge, 'setStatus'>,
  revision: string,
  { added, changed, removed, problem }: ApplyResult,
): Promise<void> {
  const summary = `${added.length} added, ${changed.length} changed, ${removed.length} destroyed`;
  await forge.setStatus(INFRASTRUCTURE_REPOSITORY, revision, {
    context: 'terraform apply',
    state: problem ? 'failure' : 'success',
    description: (problem ?? `Apply complete: ${summary}`).slice(
      0,
      MAX_DESCRIPTION,
    ),
  });
}
