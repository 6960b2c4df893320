import type {
  ArgocdApplication,
  ArgocdCommitReference,
  ArgocdDeployment,
} from '@shopstack/plugin-argocd-common';
import { identifyEnvironment } from '@shopstack/plugin-kit-common';

/**
 * The code commit that a deployment brought to this application. In a GitOps repository of many services a sync may
 * land on the commit of another service or environment: then the trailers speak of that one. So the message must name
 * both, as that of a bump does. A standby renders the overlay of another environment, and follows its bumps.
 */
export function ownReference(
  { service, environment, source }: ArgocdApplication,
  { message, reference }: ArgocdDeployment,
): ArgocdCommitReference | undefined {
  const names = (word: string | undefined) =>
    word === undefined || hasWord(message ?? '', word);
  const overlay = identifyEnvironment({
    sourcePath: source.path,
    service,
  })?.environment;
  const namesPlace = names(environment) || (overlay && names(overlay));
  return reference && names(service) && namesPlace ? reference : undefined;
}

/** Names hold dashes, so that `cart` is not named by `cart-api`. */
function hasWord(text: string, word: string): boolean {
  return text
    .toLowerCase()
    .split(/[^a-z0-9-]+/)
    .includes(word.toLowerCase());
}
