import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiEyeLine,
  RiStackLine,
  RiToolsLine,
  RiUserLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import styles from './SignIn.module.css';
import { signInTranslationRef } from './translation';

interface Look {
  key: 'viewer' | 'checkoutOwner' | 'platformEngineer';
  Icon: RemixiconComponentType;
}

const LOOKS: Record<string, Look> = {
  viewer: { key: 'viewer', Icon: RiEyeLine },
  'checkout-owner': { key: 'checkoutOwner', Icon: RiStackLine },
  'platform-engineer': { key: 'platformEngineer', Icon: RiToolsLine },
};

/** One of the demo people: who it is and what may be done as them. */
export const PersonCard = ({
  name,
  onPress,
}: {
  name: string;
  onPress(): void;
}) => {
  const { t } = useTranslationRef(signInTranslationRef);
  const look: Look | undefined = LOOKS[name];
  const Icon = look?.Icon ?? RiUserLine;
  const title = look ? t(`person.${look.key}.title`) : name;
  return (
    <button
      type="button"
      className={styles.person}
      aria-label={t('enterAs', { person: title.toLocaleLowerCase('en-US') })}
      onClick={onPress}
    >
      <Icon size={20} aria-hidden="true" />
      <span className={styles.personTitle}>{title}</span>
      {look && (
        <span className={styles.hint}>{t(`person.${look.key}.hint`)}</span>
      )}
    </button>
  );
};
