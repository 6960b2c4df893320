import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import {
  SLO_FILES_ANNOTATION,
  SLO_SERVICE_ANNOTATION,
} from '@shopstack/plugin-kit-common';
import { CopyText, EmptyState } from '@shopstack/plugin-kit-react';
import { isSloAvailable } from '../../availability';
import { sloTranslationRef } from '../../translation';
import styles from './SlosContent.module.css';

/** Where the wizard for a new service is, which writes an SLO file and its rules. */
const CREATE_SERVICE_PATH = '/create/templates/default/create-service';

/** Where the portal's people run it: in a checkout of the portal, on a file of theirs. */
const GENERATE_COMMAND = 'npm run slo -- generate slo.yaml';

const snippet = (name: string) =>
  [
    'metadata:',
    '  annotations:',
    `    ${SLO_SERVICE_ANNOTATION}: ${name}`,
    `    ${SLO_FILES_ANNOTATION}: slo.yaml`,
  ].join('\n');

const NextStep = () => {
  const { t } = useTranslationRef(sloTranslationRef);
  return (
    <div className={styles.next}>
      <p>
        {t('empty.command')}{' '}
        <CopyText text={GENERATE_COMMAND} what={t('empty.commandName')} />
      </p>
      <ButtonLink href={CREATE_SERVICE_PATH} variant="secondary" size="small">
        {t('empty.create')}
      </ButtonLink>
    </div>
  );
};

/** The service is linked, and nothing of it is recorded yet. */
export const NoSlos = () => {
  const { t } = useTranslationRef(sloTranslationRef);
  const { metadata } = useEntity().entity;
  const isWhole = Boolean(metadata.annotations?.[SLO_FILES_ANNOTATION]);
  return (
    <EmptyState
      title={t('empty.title')}
      description={t('empty.hint')}
      snippet={isWhole ? undefined : snippet(metadata.name)}
      action={<NextStep />}
    />
  );
};

/** The service names no objectives, or names them so that they cannot be understood: what is wrong, and what to write. */
export const NotLinked = ({
  problem,
}: {
  /** In the words of our backend. */
  problem: string;
}) => {
  const { t } = useTranslationRef(sloTranslationRef);
  const { entity } = useEntity();
  const isWrong = isSloAvailable(entity);
  return (
    <EmptyState
      title={isWrong ? t('empty.invalidTitle') : t('empty.linkTitle')}
      description={isWrong ? problem : t('empty.linkHint')}
      snippet={snippet(entity.metadata.name)}
      action={<NextStep />}
    />
  );
};
