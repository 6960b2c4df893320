import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { lazy, Suspense, useState } from 'react';
import { argocdTranslationRef } from '../../translation';
import styles from './ApplicationsContent.module.css';

const ArgoCards = lazy(() => import('./ArgoCards'));

/** The cards of the Argo CD plugin, for who is used to them: folded, since they say again what the table says. */
export const PluginCards = () => {
  const { t } = useTranslationRef(argocdTranslationRef);
  const [isShown, setShown] = useState(false);
  return (
    <div className={styles.cards}>
      <div>
        <Button
          variant="tertiary"
          size="small"
          aria-expanded={isShown}
          onPress={() => setShown(value => !value)}
        >
          {t(isShown ? 'cards.hide' : 'cards.show')}
        </Button>
      </div>
      {isShown && (
        <Suspense fallback={null}>
          <ArgoCards />
        </Suspense>
      )}
    </div>
  );
};
