import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { DenseColumn } from '@shopstack/plugin-kit-react';
import type { ServiceSecret } from '@shopstack/plugin-operations-common';
import { useMemo } from 'react';
import { operationsTranslationRef } from '../../translation';
import { SecretAge } from './SecretAge';
import { SecretRotation } from './SecretRotation';
import styles from './SecretsCard.module.css';

/** The columns of the table of secrets. */
export function useSecretColumns(
  staleAfterDays: number,
): DenseColumn<ServiceSecret>[] {
  const { t } = useTranslationRef(operationsTranslationRef);
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('secrets.name'),
        isRowHeader: true,
        render: ({ name, description, consoleUrl }) => (
          <Link
            href={consoleUrl}
            target="_blank"
            rel="noopener noreferrer"
            className={styles.name}
            title={description}
            aria-label={t('secrets.opens', { name })}
          >
            {name}
          </Link>
        ),
      },
      {
        id: 'environment',
        label: t('secrets.environment'),
        render: ({ environment }) => environment ?? t('secrets.anyEnvironment'),
      },
      {
        id: 'age',
        label: t('secrets.age'),
        render: secret => (
          <SecretAge secret={secret} staleAfterDays={staleAfterDays} />
        ),
      },
      {
        id: 'rotation',
        label: t('secrets.rotation'),
        render: secret => <SecretRotation secret={secret} />,
      },
    ],
    [t, staleAfterDays],
  );
}
