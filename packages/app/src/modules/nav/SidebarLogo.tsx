import { Link, useSidebarOpenState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LogoFull, LogoMark } from './Logo';
import styles from './Logo.module.css';
import { navTranslationRef } from './translation';

/** The way home, in the corner. */
export const SidebarLogo = () => {
  const { isOpen } = useSidebarOpenState();
  const { t } = useTranslationRef(navTranslationRef);
  return (
    <Link
      to="/"
      underline="none"
      className={styles.link}
      aria-label={t('logo')}
    >
      {isOpen ? <LogoFull /> : <LogoMark />}
    </Link>
  );
};
