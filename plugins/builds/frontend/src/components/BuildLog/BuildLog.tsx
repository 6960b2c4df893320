import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import type { BuildDetails } from '@shopstack/plugin-builds-common';
import { EmptyState } from '@shopstack/plugin-kit-react';
import { buildsTranslationRef } from '../../translation';
import { LogStream, type LogStreamProps } from './LogStream';

export interface BuildLogProps extends LogStreamProps {
  /** Where the log is; undefined when that could not be read, which its own source will then say. */
  log: BuildDetails['log'] | undefined;
  /** Who keeps a log that cannot be read here. */
  executor: string;
}

/** The log of a build, or why there is none to read here. */
export const BuildLog = ({ log, executor, ...stream }: BuildLogProps) => {
  const { t } = useTranslationRef(buildsTranslationRef);
  if (log?.kind === 'external') {
    return (
      <EmptyState
        title={t('log.external')}
        description={t('log.externalHint')}
        action={
          log.url && (
            <ButtonLink
              href={log.url}
              target="_blank"
              rel="noopener noreferrer"
              variant="secondary"
              iconEnd={<RiExternalLinkLine size={16} />}
            >
              {t('log.openAt', { executor })}
            </ButtonLink>
          )
        }
      />
    );
  }
  if (log?.kind === 'none') {
    return (
      <EmptyState
        title={t(stream.running ? 'log.notYet' : 'log.nothing')}
        description={t(stream.running ? 'log.notYetHint' : 'log.nothingHint')}
      />
    );
  }
  return <LogStream {...stream} />;
};
