import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Skeleton } from '@backstage/ui';
import type {
  EcrImage,
  EcrImageDetails,
  EcrScan,
} from '@shopstack/plugin-ecr-common';
import { CopyText, RelativeTime } from '@shopstack/plugin-kit-react';
import { formatBytes } from '../../formatBytes';
import { shortTag } from '../../imageName';
import { ecrTranslationRef } from '../../translation';
import { Environments } from '../Environments';
import { ImageCommit } from './ImageCommit';
import { ImageKind } from '../ImageKind';
import { Fact } from './Fact';
import styles from './ImageFacts.module.css';
import { ScanFacts } from './ScanFacts';

/** Facts while nothing is known of an image: as high as they will be. */
const FactsSkeleton = ({ label }: { label: string }) => (
  <div role="status" aria-label={label} className={styles.root}>
    {Array.from({ length: 10 }, (_fact, index) => (
      <Skeleton key={index} height={20} width="80%" />
    ))}
  </div>
);

export interface ImageFactsProps {
  image: EcrImage | undefined;
  /** What the scanner says: from the findings, which are newer than the row. */
  scan: EcrScan | undefined;
  details: EcrImageDetails | undefined;
  /** True when everything about the image could be read, so that what is absent is absent. */
  isWhole: boolean;
  isReading: boolean;
}

/** What an image is: where it lies, where it runs, how old and how big it is, and how to pull it. */
export const ImageFacts = ({
  image,
  scan,
  details,
  isWhole,
  isReading,
}: ImageFactsProps) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  if (!image) {
    return isReading ? (
      <FactsSkeleton label={t('drawer.reading')} />
    ) : (
      <p>{t('drawer.missing')}</p>
    );
  }
  return (
    <dl className={styles.root}>
      {scan && (
        <Fact label={t('columns.scan')} isWide>
          <ScanFacts scan={scan} />
        </Fact>
      )}
      <Fact label={t('columns.tags')} isWide>
        {image.tags.length === 0
          ? t('images.untagged')
          : image.tags.map(tag => (
              <CopyText
                key={tag}
                text={tag}
                display={shortTag(tag)}
                what={t('images.tag')}
              />
            ))}
      </Fact>
      <Fact label={t('columns.running')}>
        {image.runningIn.length > 0 ? (
          <Environments names={image.runningIn} />
        ) : (
          t('drawer.notRunning')
        )}
      </Fact>
      <Fact label={t('drawer.commit')}>
        <ImageCommit
          details={details}
          isWhole={isWhole}
          isReading={isReading}
        />
      </Fact>
      <Fact label={t('columns.pushed')}>
        <RelativeTime value={image.pushedAt} />
      </Fact>
      <Fact label={t('columns.pulled')}>
        {image.lastPulledAt ? (
          <span title={t('drawer.withinADay')}>
            <RelativeTime value={image.lastPulledAt} />
          </span>
        ) : (
          t('images.neverPulled')
        )}
      </Fact>
      <Fact label={t('columns.size')}>
        {image.sizeInBytes === undefined
          ? t('images.notKnown')
          : formatBytes(image.sizeInBytes)}
      </Fact>
      <Fact label={t('columns.kind')}>
        <ImageKind image={image} />
      </Fact>
      <Fact label={t('drawer.mediaType')} isWide>
        {image.mediaType ?? t('images.notKnown')}
      </Fact>
      <Fact label={t('columns.repository')} isWide>
        <span className={styles.long}>
          {image.registry}/{image.repository}
        </span>
        <Link href={image.consoleUrl} target="_blank" rel="noopener noreferrer">
          {t('images.console')}
        </Link>
      </Fact>
      <Fact label={t('columns.digest')} isWide>
        <CopyText text={image.digest} what={t('images.digest')} />
      </Fact>
      <Fact label={t('drawer.pullByDigest')} isWide>
        <CopyText text={image.pullCommand} what={t('images.pull')} />
      </Fact>
    </dl>
  );
};
