import { parseEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  humanizeEntityRef,
} from '@backstage/plugin-catalog-react';
import { useEffect, useMemo, useState } from 'react';
import { ecrTranslationRef } from '../translation';
import { ALL, MINE, type OwnerChoice } from './useOwnerChoice';

/** An owner as people call it: the bare name of a group, the kind before that of a user. */
function ownerName(ref: string): string {
  try {
    return humanizeEntityRef(parseEntityRef(ref), { defaultKind: 'group' });
  } catch {
    // The address of the page holds it, and people edit addresses.
    return ref;
  }
}

/** The choices of the filter by owner: mine, all, and each owner of a component. */
export function useOwnerOptions(
  choice: OwnerChoice,
): { value: string; label: string }[] {
  const { t } = useTranslationRef(ecrTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const [owners, setOwners] = useState<string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    catalogApi
      .getEntityFacets({
        filter: { kind: 'component' },
        facets: ['relations.ownedBy'],
      })
      .then(
        ({ facets }) =>
          isCurrent &&
          setOwners(facets['relations.ownedBy'].map(({ value }) => value)),
        // The two choices of everybody stay; the page itself says when something is down.
        () => {},
      );
    return () => {
      isCurrent = false;
    };
  }, [catalogApi]);
  return useMemo(() => {
    const refs = new Set(owners);
    if (choice && choice !== MINE && choice !== ALL) refs.add(choice);
    return [
      { value: MINE, label: t('team.mine') },
      { value: ALL, label: t('team.all') },
      ...[...refs]
        .map(ref => ({ value: ref, label: ownerName(ref) }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    ];
  }, [owners, choice, t]);
}
