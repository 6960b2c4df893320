import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ECR_ARN_ANNOTATION } from '@shopstack/plugin-kit-common';
import { EmptyState, Panel } from '@shopstack/plugin-kit-react';
import { ecrTranslationRef } from '../../translation';

/** What names a repository. The account is an example. */
const snippet = (name: string) =>
  [
    'metadata:',
    '  annotations:',
    `    ${ECR_ARN_ANNOTATION}: arn:aws:ecr:us-east-1:123456789012:repository/${name}`,
  ].join('\n');

/** The component names no repository, or none that can be understood: what is wrong, and what to write. */
export const NotLinked = ({
  problem,
  name,
}: {
  /** In the words of our backend. */
  problem: string;
  name: string;
}) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  return (
    <Panel title={t('images.title')}>
      <EmptyState
        title={t('images.notLinked')}
        description={
          <>
            {t('images.notLinkedHint')} <br />
            {problem}
          </>
        }
        snippet={snippet(name)}
      />
    </Panel>
  );
};
