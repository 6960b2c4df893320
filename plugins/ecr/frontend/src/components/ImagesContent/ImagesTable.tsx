import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EcrImage, EcrImageId } from '@shopstack/plugin-ecr-common';
import type { ObservedPage } from '@shopstack/plugin-kit-common';
import { DenseTable, Pager } from '@shopstack/plugin-kit-react';
import { useCallback } from 'react';
import { useLocation } from 'react-router-dom';
import { OPEN_IMAGE_KEY } from '../../hooks/useOpenImage';
import { PAGE_SIZE } from '../../imageFilters';
import { formatImageId } from '../../imageId';
import { imageName } from '../../imageName';
import { ecrTranslationRef } from '../../translation';
import styles from './ImagesTable.module.css';
import { useImageColumns } from './useImageColumns';

export interface ImagesTableProps {
  page: ObservedPage<EcrImage>;
  withRepository: boolean;
  /** True while the next rows are under way. */
  isReading: boolean;
  openImage: EcrImageId | undefined;
  onOpen(image: EcrImageId): void;
  /** Asks for this many rows. */
  onMore(shown: number): void;
}

/** The rows that were asked for, how many there are in all, and the way to more. */
export const ImagesTable = (props: ImagesTableProps) => {
  const { page, openImage } = props;
  const { items, total } = page;
  const { t } = useTranslationRef(ecrTranslationRef);
  const { pathname, search } = useLocation();
  const hrefOf = useCallback(
    (image: EcrImage) => {
      const address = new URLSearchParams(search);
      address.set(OPEN_IMAGE_KEY, formatImageId(image));
      return `${pathname}?${address}`;
    },
    [pathname, search],
  );
  const columns = useImageColumns({
    withRepository: props.withRepository,
    hrefOf,
  });
  const openId = openImage && formatImageId(openImage);
  return (
    <>
      <DenseTable<EcrImage>
        label={t('images.title')}
        columns={columns}
        items={items}
        firstRows={items.length}
        keyOf={image => formatImageId(image)}
        nameOf={image => imageName(image)}
        onOpen={image => props.onOpen(image)}
        isCurrent={image => formatImageId(image) === openId}
      />
      <div className={styles.foot}>
        {items.length < total ? (
          <Pager
            shown={items.length}
            total={total}
            step={PAGE_SIZE}
            isPending={props.isReading}
            onMore={() => props.onMore(items.length + PAGE_SIZE)}
          />
        ) : (
          <p role="status" className={styles.total}>
            {t('images.total', {
              count: total,
              total: total.toLocaleString('en-US'),
            })}
          </p>
        )}
      </div>
    </>
  );
};
