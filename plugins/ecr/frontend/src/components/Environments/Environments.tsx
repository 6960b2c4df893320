import { compareEnvironments } from '@shopstack/plugin-kit-common';
import styles from './Environments.module.css';

/** The environments that run an image, in the order of promotion. Nothing where none is known. */
export const Environments = ({ names }: { names: string[] }) =>
  names.length > 0 && (
    <span className={styles.root}>
      {[...names]
        .sort((a, b) => compareEnvironments(a, b))
        .map(name => (
          <span key={name} className={styles.chip}>
            {name}
          </span>
        ))}
    </span>
  );
