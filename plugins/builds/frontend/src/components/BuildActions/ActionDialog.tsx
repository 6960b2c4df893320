import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { ReactNode } from 'react';
import { buildsTranslationRef } from '../../translation';
import { ActionFailure } from './ActionFailure';
import styles from './BuildActions.module.css';

export interface ActionDialogProps {
  title: string;
  /** What the button does: "Start build". */
  verb: string;
  executor: string;
  pending: boolean;
  error: Error | undefined;
  destructive?: boolean;
  onSubmit(): void;
  onClose(): void;
  /** What is asked, and what will happen. */
  children: ReactNode;
}

/** Asks before an action, says inside what failed, and stays open until it succeeded or somebody closes it. */
export const ActionDialog = (props: ActionDialogProps) => {
  const { title, verb, executor, pending, error, destructive, children } =
    props;
  const { t } = useTranslationRef(buildsTranslationRef);
  return (
    <Dialog
      isOpen
      width={480}
      // What was sent cannot be called off by closing the dialog.
      isDismissable={!pending}
      isKeyboardDismissDisabled={pending}
      onOpenChange={isOpen => {
        if (!isOpen && !pending) props.onClose();
      }}
    >
      <DialogHeader>{title}</DialogHeader>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          if (!pending) props.onSubmit();
        }}
      >
        <DialogBody className={styles.body}>
          {children}
          {error && <ActionFailure error={error} executor={executor} />}
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" slot="close" isDisabled={pending}>
            {t('action.cancel')}
          </Button>
          <Button
            type="submit"
            variant="primary"
            destructive={destructive}
            isPending={pending}
          >
            {error ? t('action.again', { verb }) : verb}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
};
