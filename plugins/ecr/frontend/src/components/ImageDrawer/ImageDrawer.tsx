import { ResponseError } from '@backstage/errors';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  EcrImage,
  EcrImageId,
  EcrScan,
} from '@shopstack/plugin-ecr-common';
import { isComplete } from '@shopstack/plugin-kit-common';
import { Drawer, EmptyState } from '@shopstack/plugin-kit-react';
import { useFindings } from '../../hooks/useFindings';
import { useImageDetails } from '../../hooks/useImageDetails';
import { imageName } from '../../imageName';
import { shortDigest } from '../../shortDigest';
import { ecrTranslationRef } from '../../translation';
import { FindingsPanel } from './FindingsPanel';
import { ImageFacts } from './ImageFacts';
import { PlatformsPanel } from './PlatformsPanel';
import { SupplyPanel } from './SupplyPanel';

export interface ImageDrawerProps {
  entityRef: string;
  id: EcrImageId;
  /** What the list knows of it; absent when it is not among the rows, as after opening a shared link. */
  row: EcrImage | undefined;
  onClose(): void;
}

/** What was read with the findings; where that failed, what the list knew before. */
function newestScan(
  read: EcrScan | undefined,
  before: EcrScan | undefined,
): EcrScan | undefined {
  return read && read.status !== 'NOT_READ' ? read : (before ?? read);
}

/** One image in depth: what it is, what was found in it, what is inside, and what vouches for it. */
export const ImageDrawer = ({
  entityRef,
  id,
  row,
  onClose,
}: ImageDrawerProps) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const details = useImageDetails(entityRef, id);
  const findings = useFindings(entityRef, id);
  const isGone =
    details.error instanceof ResponseError && details.error.statusCode === 404;
  const known = details.data?.items[0];
  const image = known?.image ?? row;
  const name = image ? imageName(image) : shortDigest(id.digest);
  return (
    <Drawer title={t('drawer.title', { name })} onClose={onClose}>
      {isGone ? (
        <EmptyState
          title={t('drawer.gone')}
          description={t('drawer.goneHint')}
        />
      ) : (
        <>
          <ImageFacts
            image={image}
            scan={newestScan(findings.data?.scan, image?.scan)}
            details={known}
            isWhole={Boolean(details.data && isComplete(details.data))}
            isReading={details.loading}
          />
          <FindingsPanel state={findings} consoleUrl={image?.consoleUrl} />
          {known && known.children.length > 0 && (
            <PlatformsPanel platforms={known.children} />
          )}
          <SupplyPanel state={details} />
        </>
      )}
    </Drawer>
  );
};
