import { CopyButton } from './CopyButton';
import styles from './CopyText.module.css';

export interface CopyTextProps {
  /** What lands in the clipboard, and stands on hover. */
  text: string;
  /** What it is, for the button's name. */
  what: string;
  /** A shorter form to show. */
  display?: string;
}

/** A digest, a SHA or a command in type of even width, with a button that copies the whole of it. */
export const CopyText = ({ text, what, display }: CopyTextProps) => (
  <span className={styles.root}>
    <code className={styles.text} title={text}>
      {display ?? text}
    </code>
    <CopyButton text={text} what={what} />
  </span>
);
