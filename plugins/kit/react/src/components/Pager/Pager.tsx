import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import { kitTranslationRef } from '../../translation';

export interface PagerProps {
  /** How many are on the page. */
  shown: number;
  /** How many there are in all. */
  total: number;
  /** How many more the button brings. */
  step: number;
  /** True while they are asked for. */
  isPending?: boolean;
  onMore(): void;
}

/** How much of a long list is shown, and the button for more of it; nothing when all is shown. */
export const Pager = ({
  shown,
  total,
  step,
  isPending,
  onMore,
}: PagerProps) => {
  const { t } = useTranslationRef(kitTranslationRef);
  if (shown >= total) {
    return null;
  }
  const number = (value: number) => value.toLocaleString();
  return (
    <Flex align="center" gap="3">
      <Button
        variant="secondary"
        size="small"
        isPending={isPending}
        onPress={onMore}
      >
        {t('pager.more', { next: number(Math.min(step, total - shown)) })}
      </Button>
      <Text variant="body-small" color="secondary" role="status">
        {t('pager.shown', { shown: number(shown), total: number(total) })}
      </Text>
    </Flex>
  );
};
