import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { memo } from 'react';
import type { SloChoice } from '../../sloFilter';
import { sloTranslationRef } from '../../translation';
import styles from './SlosPage.module.css';

const ANY = 'any';

interface ChoiceSelectProps {
  choice: SloChoice;
  options: { value: string; label: string }[];
  value: string;
  /** Empty means all. */
  onChoose(choice: SloChoice, value: string): void;
}

/** Narrows a list to one value of a property. Drawn anew only when it changed, for it is slow to draw. */
export const ChoiceSelect = memo((props: ChoiceSelectProps) => {
  const { choice, options, value, onChoose } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const label = t(`page.${choice}`);
  return (
    <Select
      aria-label={label}
      size="small"
      className={styles.choice}
      options={[
        { value: ANY, label: `${label}: ${t('page.any')}` },
        ...options,
      ]}
      value={value || ANY}
      onChange={chosen =>
        onChoose(choice, chosen === ANY ? '' : String(chosen))
      }
    />
  );
});
