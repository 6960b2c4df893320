import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityArgoCDHistoryCard,
  EntityArgoCDOverviewCard,
} from '@roadiehq/backstage-plugin-argo-cd';
import { argocdTranslationRef } from '../../translation';

/** Both cards, on our own API. A module of its own, so that they are loaded when somebody asks for them. */
const ArgoCards = () => {
  const { t } = useTranslationRef(argocdTranslationRef);
  return (
    <>
      <EntityArgoCDOverviewCard title={t('cards.overview')} />
      <EntityArgoCDHistoryCard />
    </>
  );
};

export default ArgoCards;
