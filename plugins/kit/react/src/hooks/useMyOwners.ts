import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** Entity references of the person and their teams; undefined until they are known. */
export function useMyOwners(): string[] | undefined {
  const identityApi = useApi(identityApiRef);
  const [owners, setOwners] = useState<string[]>();
  useEffect(() => {
    let isCurrent = true;
    identityApi.getBackstageIdentity().then(
      identity => isCurrent && setOwners(identity.ownershipEntityRefs),
      // Who nobody can name owns nothing.
      () => isCurrent && setOwners([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [identityApi]);
  return owners;
}
