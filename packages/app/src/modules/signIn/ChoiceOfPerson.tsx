import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { RiGithubFill } from '@remixicon/react';
import { LogoMark } from '../nav/Logo';
import type { Choice } from './choices';
import { PersonCard } from './PersonCard';
import styles from './SignIn.module.css';
import { signInTranslationRef } from './translation';

interface ChoiceOfPersonProps {
  offered: Choice[];
  failure: Error | undefined;
  onChoose(choice: Choice): void;
}

/** The sign-in page proper. */
export const ChoiceOfPerson = ({
  offered,
  failure,
  onChoose,
}: ChoiceOfPersonProps) => {
  const { t } = useTranslationRef(signInTranslationRef);
  const app =
    useApi(configApiRef).getOptionalString('app.title') ?? 'ShopStack Portal';
  const github = offered.find(choice => choice.provider === 'github');
  const guest = offered.find(choice => choice.provider === 'guest');
  const people = offered.flatMap(choice =>
    'person' in choice ? [choice] : [],
  );
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <div className={styles.mark}>
          <LogoMark />
        </div>
        <h1 className={styles.title}>{t('title', { app })}</h1>
        {failure && (
          <Alert
            icon
            status="danger"
            role="alert"
            title={t('failed')}
            description={`${t('failedHint')} ${failure.message}`}
          />
        )}
        {offered.length === 0 && (
          <Alert
            icon
            status="warning"
            title={t('none')}
            description={t('noneHint')}
          />
        )}
        {github && (
          <Button
            variant="primary"
            size="medium"
            iconStart={<RiGithubFill />}
            onPress={() => onChoose(github)}
          >
            {t('github')}
          </Button>
        )}
        {people.length > 0 && (
          <section aria-labelledby="demo-people">
            <h2 id="demo-people" className={styles.subtitle}>
              {t('people')}
            </h2>
            <p className={styles.hint}>{t('peopleHint')}</p>
            <ul className={styles.people}>
              {people.map(choice => (
                <li key={choice.person}>
                  <PersonCard
                    name={choice.person}
                    onPress={() => onChoose(choice)}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
        {guest && (
          <div className={styles.guest}>
            <Button
              variant="secondary"
              size="medium"
              onPress={() => onChoose(guest)}
            >
              {t('guest')}
            </Button>
            <span className={styles.hint}>{t('guestHint')}</span>
          </div>
        )}
      </div>
    </main>
  );
};
