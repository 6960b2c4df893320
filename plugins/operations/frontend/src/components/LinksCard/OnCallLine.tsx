import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { RiPhoneLine } from '@remixicon/react';
import { CopyText } from '@shopstack/plugin-kit-react';
import {
  ON_CALL_ANNOTATION,
  type OnCall,
} from '@shopstack/plugin-operations-common';
import { operationsTranslationRef } from '../../translation';
import styles from './LinksCard.module.css';

const Provider = ({ onCall }: { onCall: OnCall }) => {
  const { t } = useTranslationRef(operationsTranslationRef);
  const { provider, text, url } = onCall;
  const name = t(`onCall.${provider}`);
  const isKnownByKey = provider === 'pagerduty' && !text;
  return (
    <>
      {url ? (
        <Link
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t('onCall.opens', { provider: name })}
        >
          {name}
        </Link>
      ) : (
        provider !== 'other' && name
      )}{' '}
      {isKnownByKey ? t('onCall.byKey') : text}
    </>
  );
};

/** Who is called when the service is ill, or what to add so that somebody is. */
export const OnCallLine = ({ onCall }: { onCall: OnCall[] }) => {
  const { t } = useTranslationRef(operationsTranslationRef);
  return (
    <div className={styles.onCall}>
      <span className={styles.onCallTitle}>
        <RiPhoneLine size={16} aria-hidden="true" /> {t('onCall.title')}
      </span>
      {onCall.length > 0 ? (
        <ul className={styles.providers} aria-label={t('onCall.title')}>
          {onCall.map(each => (
            <li key={`${each.provider} ${each.text ?? each.url}`}>
              <Provider onCall={each} />
            </li>
          ))}
        </ul>
      ) : (
        <span className={styles.missing}>
          {t('onCall.missing')}{' '}
          <CopyText
            text={`${ON_CALL_ANNOTATION}: `}
            display={ON_CALL_ANNOTATION}
            what={t('onCall.annotation')}
          />
        </span>
      )}
    </div>
  );
};
