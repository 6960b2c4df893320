import { Link } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import styles from './SloDetail.module.css';

/** A link out of the portal, in a tab of its own. */
export const ExternalLink = ({
  href,
  label,
  children,
}: {
  href: string;
  /** Its name for screen readers, where what stands there is not enough. */
  label?: string;
  children: ReactNode;
}) => (
  <Link
    href={href}
    target="_blank"
    rel="noopener noreferrer"
    aria-label={label}
    className={styles.external}
  >
    {children}
    <RiExternalLinkLine size={12} aria-hidden="true" />
  </Link>
);
