import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { EmptyState } from '@shopstack/plugin-kit-react';
import { isFiltered, type ImageFilters } from '../../imageFilters';
import { ecrTranslationRef } from '../../translation';

/** No image: because of the filters, because all are untagged, or because none was ever pushed. */
export const NoImages = ({
  filters,
  onChange,
  onClear,
}: {
  filters: ImageFilters;
  onChange(part: Partial<ImageFilters>): void;
  onClear(): void;
}) => {
  const { t } = useTranslationRef(ecrTranslationRef);
  const withUntagged = !filters.untagged && (
    <Button
      variant="secondary"
      size="small"
      onPress={() => onChange({ untagged: true })}
    >
      {t('images.withUntagged')}
    </Button>
  );
  if (isFiltered(filters)) {
    return (
      <EmptyState
        title={t('images.noMatch')}
        description={filters.untagged ? undefined : t('images.noMatchUntagged')}
        action={
          <>
            <Button variant="secondary" size="small" onPress={onClear}>
              {t('images.clear')}
            </Button>{' '}
            {withUntagged}
          </>
        }
      />
    );
  }
  return (
    <EmptyState
      title={filters.untagged ? t('images.empty') : t('images.emptyTagged')}
      description={t('images.emptyHint')}
      action={withUntagged}
    />
  );
};
