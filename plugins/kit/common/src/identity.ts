import { ENVIRONMENT_LABEL, SERVICE_LABEL } from './annotations';

/** Where a fact comes from: stated by a label, or concluded from names and paths. */
export type Basis = 'known' | 'inferred';

/** The pair that everything in the portal is joined by. */
export interface ServiceEnvironment {
  service: string;
  environment: string;
  basis: Basis;
}

/** What may be known of an object that belongs to a service in an environment. */
export interface EnvironmentEvidence {
  labels?: Record<string, string | undefined>;
  /** Path of the Application's source in the GitOps repository. */
  sourcePath?: string;
  /** Name of the Application or of the workload. */
  name?: string;
  /** Namespace that it deploys to. */
  namespace?: string;
  /** The service, where the question is asked on behalf of one. */
  service?: string;
}

/** Endings of names that are taken for an environment when nothing else tells. */
const USUAL_ENVIRONMENTS = new Set([
  'dev',
  'development',
  'test',
  'qa',
  'uat',
  'preview',
  'stage',
  'staging',
  'preprod',
  'prod',
  'production',
]);

/**
 * Says which service and environment an object belongs to. Labels make it `known`; without them it is read from
 * the source path (`.../overlays/<env>`), then from the ending of the name, then from the namespace, and is
 * `inferred`. Answers undefined when nothing tells.
 */
export function identifyEnvironment(
  evidence: EnvironmentEvidence,
): ServiceEnvironment | undefined {
  const labelledService = evidence.labels?.[SERVICE_LABEL];
  const labelledEnvironment = evidence.labels?.[ENVIRONMENT_LABEL];
  if (labelledService && labelledEnvironment) {
    return {
      service: labelledService,
      environment: labelledEnvironment,
      basis: 'known',
    };
  }

  const wanted = labelledService ?? evidence.service;
  const guess =
    fromPath(evidence.sourcePath) ??
    fromEnding(evidence.name, wanted) ??
    fromEnding(evidence.namespace, wanted) ??
    fromWholeName(evidence.namespace);
  const environment = labelledEnvironment ?? guess?.environment;
  const service =
    wanted ?? guess?.service ?? withoutEnding(evidence.name, environment);
  return environment && service
    ? { service, environment, basis: 'inferred' }
    : undefined;
}

interface Guess {
  service?: string;
  environment: string;
}

function fromPath(path: string | undefined): Guess | undefined {
  const segments = path?.split('/').filter(Boolean) ?? [];
  const overlays = segments.lastIndexOf('overlays');
  const environment = segments[overlays + 1];
  if (overlays < 0 || !environment) {
    return undefined;
  }
  return { service: segments[overlays - 1], environment };
}

function fromEnding(
  name: string | undefined,
  service: string | undefined,
): Guess | undefined {
  if (!name) {
    return undefined;
  }
  if (service && name.startsWith(`${service}-`)) {
    return { service, environment: name.slice(service.length + 1) };
  }
  const dash = name.lastIndexOf('-');
  const ending = name.slice(dash + 1);
  return dash > 0 && USUAL_ENVIRONMENTS.has(ending.toLowerCase())
    ? { service: name.slice(0, dash), environment: ending }
    : undefined;
}

function fromWholeName(name: string | undefined): Guess | undefined {
  return name && USUAL_ENVIRONMENTS.has(name.toLowerCase())
    ? { environment: name }
    : undefined;
}

function withoutEnding(
  name: string | undefined,
  environment: string | undefined,
): string | undefined {
  const ending = `-${environment}`;
  return name?.endsWith(ending) ? name.slice(0, -ending.length) : name;
}
