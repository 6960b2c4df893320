import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloDetail } from '@shopstack/plugin-slo-common';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { SloStateLabel } from '../SloStateLabel';
import { ExternalLink } from './ExternalLink';
import styles from './SloDetail.module.css';
import { useAnswer } from './useAnswer';

/** `orders availability`; the title alone where it names the service. */
export function nameOf({
  service,
  title,
}: Pick<SloDetail, 'service' | 'title'>): string {
  return title.toLowerCase().includes(service.toLowerCase())
    ? title
    : `${service} ${title}`;
}

/** The answer first, then what the objective is and where else to look. */
export const DetailHeader = ({ slo }: { slo: SloDetail }) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const answer = useAnswer(slo);
  const { state, stateReason, description, links, labels } = slo;
  const facts = [
    slo.environment,
    slo.category === 'business' ? t('head.business') : undefined,
  ].filter((each): each is string => each !== undefined);
  // The environment is said already, whatever its label is called.
  const shown = Object.entries(labels).filter(
    ([, value]) => value !== slo.environment,
  );
  const isSaid = answer === stateReason;
  return (
    <header className={styles.header}>
      <h2>
        {nameOf(slo)}
        <span className={styles.answer}>: {answer}</span>
      </h2>
      <p className={styles.state}>
        <SloStateLabel state={state} />
        {!isSaid && <span className={styles.quiet}>{stateReason}</span>}
      </p>
      {description && <p>{description}</p>}
      <div className={styles.about}>
        <ul aria-label={t('head.labels')} className={styles.labels}>
          {facts.map(each => (
            <li key={each}>{each}</li>
          ))}
          {shown.map(([key, value]) => (
            <li key={key}>
              {key}={value}
            </li>
          ))}
        </ul>
        {links.length > 0 && (
          <nav aria-label={t('head.links')} className={styles.links}>
            {links.map(link => (
              <ExternalLink key={link.url} href={link.url}>
                {link.title}
              </ExternalLink>
            ))}
          </nav>
        )}
      </div>
    </header>
  );
};
