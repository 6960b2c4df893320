import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { RiArrowRightSLine } from '@remixicon/react';
import { useAddress } from '@shopstack/plugin-kit-react';
import { useLocation } from 'react-router-dom';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { OPEN_SLO_KEY } from '../../sloAddress';
import { DETAIL_KEYS } from './addressKeys';
import styles from './SloDetail.module.css';

/** Where the page stands: the list, as it was left, and this objective. */
export const BackToList = ({ name }: { name: string }) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const { pathname } = useLocation();
  const [address] = useAddress();
  const list = new URLSearchParams(address);
  for (const key of [OPEN_SLO_KEY, ...DETAIL_KEYS]) list.delete(key);
  const query = list.toString();
  return (
    <nav aria-label={t('back.label')} className={styles.back}>
      <Link href={query ? `${pathname}?${query}` : pathname}>
        {t('back.list')}
      </Link>
      <RiArrowRightSLine size={14} aria-hidden="true" />
      <span aria-current="page">{name}</span>
    </nav>
  );
};
