import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { goldenPathTranslationRef } from '../../translation';
import styles from './ServiceName.module.css';

const USUAL_ENVIRONMENTS = ['dev', 'staging', 'prod'];

/** What will bear the name, live while it is typed. Keeps its place while there is none, so that nothing jumps. */
export const NamedAfterIt = ({
  name,
  environments,
}: {
  name: string | undefined;
  environments: unknown;
}) => {
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const chosen =
    Array.isArray(environments) && environments.length > 0
      ? environments.map(String)
      : USUAL_ENVIRONMENTS;
  const rows: [string, string[]][] = [
    [t('serviceName.repository'), [`shopstack-${name}`]],
    [t('serviceName.namespaces'), chosen.map(each => `${name}-${each}`)],
    [t('serviceName.folder'), [`apps-sre/services/${name}`]],
  ];
  return (
    <dl className={styles.named}>
      {rows.map(([label, values]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {name
              ? values.map(value => <code key={value}>{value}</code>)
              : '\u2014'}
          </dd>
        </div>
      ))}
    </dl>
  );
};
