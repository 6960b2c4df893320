import type { ModuleCall } from '../terraform/moduleInterface';
import { moduleInterfaceOf } from '../terraform/moduleInterface';
import type { EditCollector } from './EditCollector';

const ROLE_MODULE = 'iam/codebuild-role';

/**
 * Where the build project gets its role: from the environment's one role when there is one, else from a role of its
 * own, which may push to this one registry only.
 */
export function codebuildRole(input: {
  collector: EditCollector;
  addFoundation: (folder: string) => void;
  calls: ModuleCall[];
  /** Name of the service as Terraform writes it. */
  prefix: string;
}): { modules: string[]; values: Record<string, string> } {
  const { collector, addFoundation, calls, prefix } = input;
  const needsRole = moduleInterfaceOf(
    collector.result(),
    'core/codebuild',
  )?.variables.some(({ name }) => name === 'service_role_arn');
  if (!needsRole) {
    return { modules: [], values: {} };
  }
  if (!moduleInterfaceOf(collector.result(), ROLE_MODULE)) {
    addFoundation(`${ROLE_MODULE}/`);
  }
  const outputs = moduleInterfaceOf(collector.result(), ROLE_MODULE)?.outputs;
  const output = outputs?.find(name => name === 'role_arn' || name === 'arn');
  const shared = calls.find(
    call =>
      call.module === ROLE_MODULE && !call.label.endsWith('_codebuild_role'),
  );
  const label = shared?.label ?? `${prefix}_codebuild_role`;
  return {
    modules: shared ? [] : [ROLE_MODULE],
    values: { service_role_arn: `module.${label}.${output ?? 'role_arn'}` },
  };
}
