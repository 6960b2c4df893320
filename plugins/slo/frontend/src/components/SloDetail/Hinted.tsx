import { Focusable, Tooltip, TooltipTrigger } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './SloDetail.module.css';

/** A word or a number with more of it on hover and on focus. */
export const Hinted = ({
  hint,
  children,
}: {
  hint: string;
  children: ReactNode;
}) => (
  <TooltipTrigger delay={200}>
    <Focusable>
      <button type="button" className={styles.hinted}>
        {children}
      </button>
    </Focusable>
    <Tooltip>{hint}</Tooltip>
  </TooltipTrigger>
);
