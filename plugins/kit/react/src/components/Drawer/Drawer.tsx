import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './Drawer.module.css';

export interface DrawerProps {
  /** What is open; its name for screen readers too. */
  title: string;
  /** Called by Escape, by the close button and by a click beside the drawer. */
  onClose(): void;
  children: ReactNode;
}

/**
 * One thing in depth beside the list that it comes from; render it while it is open. It is a dialog of `@backstage/ui`
 * that stands at the edge: the focus stays inside and goes back to where it came from, and Escape closes it.
 */
export const Drawer = ({ title, onClose, children }: DrawerProps) => (
  <Dialog
    isOpen
    onOpenChange={isOpen => {
      if (!isOpen) onClose();
    }}
    className={styles.root}
  >
    <DialogHeader className={styles.head}>{title}</DialogHeader>
    <DialogBody className={styles.body}>{children}</DialogBody>
  </Dialog>
);
