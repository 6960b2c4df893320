import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { EcrImage } from '@shopstack/plugin-ecr-common';
import {
  CopyButton,
  CopyText,
  RelativeTime,
  StatusLabel,
  type DenseColumn,
} from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { formatBytes } from '../../formatBytes';
import { scanSummary } from '../../scanSummary';
import { ecrTranslationRef } from '../../translation';
import { ImageTags } from './ImageTags';
import styles from './ImagesContent.module.css';

/** `sha256:` and twelve digits: enough to tell digests apart. */
const SHORT_DIGEST_LENGTH = 19;

/** The columns of the table of images. */
export function useImageColumns(options: {
  withRepository: boolean;
  /** Absent when the delivery view does not tell. */
  runningIn: ((image: EcrImage) => string[]) | undefined;
}): DenseColumn<EcrImage>[] {
  const { t } = useTranslationRef(ecrTranslationRef);
  const { withRepository, runningIn } = options;
  return useMemo(() => {
    const repository: DenseColumn<EcrImage> = {
      id: 'repository',
      label: t('columns.repository'),
      render: image => image.repository,
    };
    const running: DenseColumn<EcrImage> | undefined = runningIn && {
      id: 'running',
      label: t('columns.running'),
      render: image => runningIn(image).join(', '),
    };
    const columns: DenseColumn<EcrImage>[] = [
      {
        id: 'tags',
        label: t('columns.tags'),
        isRowHeader: true,
        render: image => <ImageTags tags={image.tags} />,
      },
      ...(withRepository ? [repository] : []),
      ...(running ? [running] : []),
      {
        id: 'digest',
        label: t('columns.digest'),
        render: image => (
          <CopyText
            text={image.digest}
            display={image.digest.slice(0, SHORT_DIGEST_LENGTH)}
            what={t('images.digest')}
          />
        ),
      },
      {
        id: 'pushed',
        label: t('columns.pushed'),
        render: image => <RelativeTime value={image.pushedAt} />,
      },
      {
        id: 'size',
        label: t('columns.size'),
        align: 'end',
        render: image =>
          image.sizeInBytes === undefined
            ? t('images.unknown')
            : formatBytes(image.sizeInBytes),
      },
      {
        id: 'scan',
        label: t('columns.scan'),
        render: image => {
          const summary = scanSummary(image.scan);
          return 'key' in summary ? (
            <StatusLabel tone={summary.tone}>
              {t(`scan.${summary.key}`)}
            </StatusLabel>
          ) : (
            <StatusLabel tone={summary.tone} detail={summary.all}>
              {summary.worst}
            </StatusLabel>
          );
        },
      },
      {
        id: 'actions',
        label: t('columns.actions'),
        render: image => (
          <span className={styles.actions}>
            <CopyButton text={image.pullCommand} what={t('images.pull')} />
            <Link
              href={image.consoleUrl}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={t('images.consoleOf', {
                digest: image.digest.slice(0, SHORT_DIGEST_LENGTH),
              })}
            >
              {t('images.console')}
            </Link>
          </span>
        ),
      },
    ];
    return columns;
  }, [t, withRepository, runningIn]);
}
