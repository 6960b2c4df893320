import styles from './Logo.module.css';

/** Boxes on two shelves: what the shop is made of, stacked. */
export const LogoMark = () => (
  <svg viewBox="0 0 24 24" className={styles.mark} aria-hidden="true">
    <rect x="2" y="13" width="8.5" height="6.2" rx="1.2" fill="#8f9bff" />
    <rect x="12" y="13" width="10" height="6.2" rx="1.2" fill="#c9cfff" />
    <rect x="2" y="2.2" width="12.5" height="6.2" rx="1.2" fill="#ffb454" />
    <rect x="16" y="2.2" width="6" height="6.2" rx="1.2" fill="#8f9bff" />
    <path
      d="M1 10h22M1 20.8h22"
      stroke="#ffffff"
      strokeWidth="1.6"
      strokeLinecap="round"
    />
  </svg>
);

/** The mark with the name beside it. */
export const LogoFull = () => (
  <span className={styles.full}>
    <LogoMark />
    <span className={styles.name}>
      Shop<b>Stack</b>
    </span>
  </span>
);
