import type {
  ArgocdApplication,
  ArgocdCommitReference,
  ArgocdDeployment,
} from '@shopstack/plugin-argocd-common';

/**
 * The code commit that a deployment brought to this application. In a GitOps repository of many services a sync may
 * land on the commit of another service or environment: then the trailers speak of that one. So the message must name
 * both, as that of a bump does.
 */
export function ownReference(
  { service, environment }: ArgocdApplication,
  { message, reference }: ArgocdDeployment,
): ArgocdCommitReference | undefined {
  const names = (word: string | undefined) =>
    word === undefined || hasWord(message ?? '', word);
  return reference && names(service) && names(environment)
    ? reference
    : undefined;
}

/** Names hold dashes, so that `cart` is not named by `cart-api`. */
function hasWord(text: string, word: string): boolean {
  return text
    .toLowerCase()
    .split(/[^a-z0-9-]+/)
    .includes(word.toLowerCase());
}
