import styles from './BudgetBar.module.css';

/** From here on a budget is little, as `judgeSlo` and Sloth say. */
const LITTLE = 0.1;

function levelOf(remaining: number): 'spent' | 'little' | 'enough' {
  if (remaining <= 0) return 'spent';
  return remaining <= LITTLE ? 'little' : 'enough';
}

/**
 * What is left of a budget as a bar: to the right of the zero line what is left, to the left of it what was spent beyond
 * it, at most a whole budget more. The words stand beside it. Without a value: an empty track, which is not a full one.
 */
export const BudgetBar = ({ remaining }: { remaining: number | undefined }) => {
  if (remaining === undefined) {
    return <span aria-hidden="true" className={styles.root} data-empty />;
  }
  const length = Math.min(1, Math.abs(remaining));
  return (
    <span
      aria-hidden="true"
      className={styles.root}
      data-level={levelOf(remaining)}
      data-beyond={remaining < -1 || undefined}
    >
      <span className={styles.over}>
        {remaining < 0 && (
          <span className={styles.fill} style={{ width: `${length * 100}%` }} />
        )}
      </span>
      <span className={styles.left}>
        {remaining > 0 && (
          <span className={styles.fill} style={{ width: `${length * 100}%` }} />
        )}
      </span>
    </span>
  );
};
