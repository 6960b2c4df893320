import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import type { SloDeployment } from '@shopstack/plugin-slo-common';

/**
 * Every deployment of the applications in an environment, or of all where none is named, newest first. What has no
 * readable time is left out: it has no place beside a chart.
 */
export function deploymentMarks(
  applications: readonly ArgocdApplication[],
  environment: string | undefined,
): SloDeployment[] {
  return applications
    .filter(
      application =>
        environment === undefined ||
        samePlace(application.environment, environment),
    )
    .flatMap(marksOf)
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

function marksOf({
  name,
  environment,
  url,
  history,
}: ArgocdApplication): SloDeployment[] {
  return history
    .filter(({ deployedAt }) => Number.isFinite(Date.parse(deployedAt)))
    .map(({ deployedAt, revision, message, author }) => ({
      at: new Date(deployedAt).toISOString(),
      application: name,
      ...(environment && { environment }),
      revision,
      ...(message && { message }),
      ...(author && { author }),
      url,
    }));
}

const SHORT: Record<string, string> = { production: 'prod', stage: 'staging' };

/** Labels of metrics are written by others than those of applications. */
function samePlace(one: string | undefined, other: string): boolean {
  const place = (name: string) =>
    SHORT[name.toLowerCase()] ?? name.toLowerCase();
  return one !== undefined && place(one) === place(other);
}
