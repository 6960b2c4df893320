import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiAlertLine, RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import { kitTranslationRef } from '../../translation';
import styles from './CopyButton.module.css';

export interface CopyButtonProps {
  /** What lands in the clipboard. */
  text: string;
  /** What it is, for the button's name: "digest" reads "Copy digest". */
  what: string;
}

type Outcome = 'copied' | 'failed';

const OUTCOME_MILLISECONDS = 2_000;

const ICONS = {
  copied: <RiCheckLine size={14} />,
  failed: <RiAlertLine size={14} />,
};

/** Copies a text with one click, and says whether it did. */
export const CopyButton = ({ text, what }: CopyButtonProps) => {
  const { t } = useTranslationRef(kitTranslationRef);
  const [outcome, setOutcome] = useState<Outcome>();

  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), OUTCOME_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // Browsers refuse on plain http and without permission; the person must know that the clipboard is unchanged.
      setOutcome('failed');
    }
  };

  const name = t('copy.copy', { what });
  return (
    <span className={styles.root}>
      <TooltipTrigger>
        <ButtonIcon
          aria-label={name}
          variant="tertiary"
          size="small"
          icon={outcome ? ICONS[outcome] : <RiFileCopyLine size={14} />}
          onPress={copy}
        />
        <Tooltip>{outcome ? t(`copy.${outcome}`) : name}</Tooltip>
      </TooltipTrigger>
      <span role="status" className={styles.announcement}>
        {outcome && t(`copy.${outcome}`)}
      </span>
    </span>
  );
};
