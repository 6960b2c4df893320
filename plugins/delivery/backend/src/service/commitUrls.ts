import {
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
} from '@backstage/catalog-model';

/**
 * Makes addresses of commits in the repository that the entity's source lies in (`backstage.io/source-location`).
 * Never from what a commit trailer says: that is not checked by anybody.
 */
export function commitUrls(
  entity: Entity,
): (sha: string) => string | undefined {
  const location = entity.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION];
  const repository =
    /^url:(https?:\/\/[^/]+\/[^/]+\/[^/]+)\/(?:tree|blob)\//.exec(
      location ?? '',
    )?.[1];
  return sha => repository && `${repository}/commit/${encodeURIComponent(sha)}`;
}
