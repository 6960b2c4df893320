import type { ArgoCDApi } from '@roadiehq/backstage-plugin-argo-cd';
import type {
  ArgocdApplication,
  ArgocdDeployment,
} from '@shopstack/plugin-argocd-common';

/** One application as the cards declare it. */
type CardsApplication = Awaited<ReturnType<ArgoCDApi['getAppDetails']>>;

type CardsDeployment = NonNullable<
  CardsApplication['status']['history']
>[number];

/** The parts that the cards read and do not declare: the drawer's facts and the conditions of the sync state. */
interface Undeclared {
  spec: {
    source: { repoURL: string; path?: string; chart?: string };
    destination: { server?: string; name?: string; namespace?: string };
  };
  status: {
    conditions?: {
      type: string;
      message: string;
      lastTransitionTime?: string;
    }[];
    summary: { images: string[] };
  };
}

const SHORT_REVISION_LENGTH = 7;

/** A commit as people say it; chart versions stay as they are. */
export function shortRevision(revision: string): string {
  return /^[0-9a-f]{40}$/.test(revision)
    ? revision.slice(0, SHORT_REVISION_LENGTH)
    : revision;
}

function toCardsDeployment(
  deployment: ArgocdDeployment,
  source: ArgocdApplication['source'],
): CardsDeployment & { source: { chart?: string } } {
  return {
    id: deployment.id,
    // The card shows all of it in a narrow column.
    revision: shortRevision(deployment.revision),
    deployedAt: deployment.deployedAt,
    // The card subtracts the wrong way round and would say that every sync took a negative time.
    deployStartedAt: undefined,
    source: { chart: source.chart },
  };
}

/** Turns one of our applications into what the cards read. */
export function toCardsApplication(
  application: ArgocdApplication,
): CardsApplication & Undeclared {
  const { operation, source } = application;
  return {
    metadata: {
      name: application.name,
      namespace: application.namespace,
      instance: { name: application.instance, url: undefined },
    },
    spec: {
      source: {
        repoURL: source.repoUrl,
        path: source.path,
        chart: source.chart,
      },
      destination: application.destination,
    },
    status: {
      sync: { status: application.sync.status },
      health: { status: application.health.status },
      operationState: operation?.startedAt
        ? {
            startedAt: operation.startedAt,
            finishedAt: operation.finishedAt,
            ...{ phase: operation.phase },
          }
        : undefined,
      history: application.history.map(each => toCardsDeployment(each, source)),
      // The card makes a tooltip of every list, so an empty one must be left out.
      conditions: application.conditions.length
        ? application.conditions.map(condition => ({
            type: condition.type,
            message: condition.message,
            lastTransitionTime: condition.at,
          }))
        : undefined,
      summary: { images: application.images },
    },
  };
}
