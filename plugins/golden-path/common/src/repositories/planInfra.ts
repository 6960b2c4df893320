import { ConflictError } from '@backstage/errors';
import { type RepositoryTree, isFresh } from '../plan/RepositoryTree';
import { type Skeleton, renderSkeleton } from '../render/renderSkeleton';
import type { ServiceModel } from '../service/ServiceModel';
import { formatModuleCall } from '../terraform/formatModuleCall';
import { moduleNameOf } from '../terraform/hclText';
import {
  type ModuleCall,
  moduleCallsOf,
  moduleInterfaceOf,
} from '../terraform/moduleInterface';
import { siblingExpression } from '../terraform/siblingExpression';
import { EditCollector } from './EditCollector';
import { codebuildRole } from './codebuildRole';

/** The environment whose state holds what all environments of a service share: its registry and its build project. */
const INFRA_ENVIRONMENT = 'envs/dev';

const MODULES = ['core/ecr', 'core/secrets', 'core/codebuild'] as const;

/** The registry, the secrets and the build project of the service, and the modules that are missing for them. */
export function planInfra(
  model: ServiceModel,
  skeleton: Skeleton,
  tree: RepositoryTree,
): EditCollector {
  const collector = new EditCollector(tree);
  const foundation = renderSkeleton(skeleton, 'foundation/infra-terraform', {
    ...model,
  });
  const addFoundation = (folder: string) =>
    collector.createMissing(
      [...foundation].filter(([path]) => path.startsWith(folder)),
    );
  if (isFresh(tree)) {
    addFoundation('');
  }
  for (const module of [...MODULES, INFRA_ENVIRONMENT]) {
    if (!moduleInterfaceOf(collector.result(), module)) {
      addFoundation(`${module}/`);
    }
  }

  const calls = moduleCallsOf(collector.result(), INFRA_ENVIRONMENT);
  const prefix = moduleNameOf(model.name);
  const known: Record<string, string> = {
    repository_name: quote(model.image.repository),
    repository_url: `module.${prefix}_ecr.repository_url`,
    ecr_repository_arn: `module.${prefix}_ecr.repository_arn`,
    project_name: quote(model.project),
    description: quote(`Builds and pushes the image of ${model.name}`),
    source_path: quote(`services/${model.name}`),
    buildspec: quote(`services/${model.name}/buildspec.yml`),
    secret_names: `[${model.environments
      .map(environment => quote(`shopstack/${environment}/${model.name}`))
      .join(', ')}]`,
  };
  const fallbacks: Record<string, string> = {
    source_location: quote(
      `${model.forge.url}/${model.repositories.apps.slug}.git`,
    ),
    account_id: quote(model.aws.account),
    region: quote(model.aws.region),
  };

  const role = codebuildRole({ collector, addFoundation, calls, prefix });
  const texts = [...MODULES, ...role.modules].map(module => {
    const label = `${prefix}_${module.split('/')[1].replace(/-/g, '_')}`;
    const values = moduleArguments(collector, module, calls, model.name, {
      known:
        module === 'core/codebuild' ? known : without(known, 'description'),
      fallbacks: {
        ...fallbacks,
        ...role.values,
        role_name: quote(`${model.project}-codebuild`),
      },
    });
    return formatModuleCall(label, `../../${module}`, values);
  });
  collector.create(
    `${INFRA_ENVIRONMENT}/service-${model.name}.tf`,
    texts.join('\n'),
  );
  return collector;
}

/** Values for what the module takes: ours where we know them, else as a sibling has them, else a default of ours. */
function moduleArguments(
  collector: EditCollector,
  module: string,
  calls: ModuleCall[],
  service: string,
  values: { known: Record<string, string>; fallbacks: Record<string, string> },
): Map<string, string> {
  const chosen = new Map<string, string>();
  const { variables } = moduleInterfaceOf(collector.result(), module)!;
  for (const { name, required } of variables) {
    const value =
      values.known[name] ??
      siblingExpression(calls, module, name, service) ??
      (required ? values.fallbacks[name] : undefined);
    if (value !== undefined) {
      chosen.set(name, value);
    } else if (required) {
      throw new ConflictError(
        `${module} needs "${name}", which neither this golden path nor another service in ${INFRA_ENVIRONMENT} gives`,
      );
    }
  }
  return chosen;
}

function without(values: Record<string, string>, name: string) {
  return Object.fromEntries(
    Object.entries(values).filter(([key]) => key !== name),
  );
}

function quote(text: string): string {
  return `"${text}"`;
}
