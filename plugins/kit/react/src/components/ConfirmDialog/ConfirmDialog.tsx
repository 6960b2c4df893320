import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useState, type ReactNode } from 'react';
import { kitTranslationRef } from '../../translation';

export interface ConfirmDialogProps {
  /** The question: "Sync cart-prod?". */
  title: string;
  /** What will happen, and what more is asked. */
  children?: ReactNode;
  /** The effect in words, on the button: "Sync cart-prod". */
  confirmLabel: string;
  /** True for what cannot be taken back. */
  destructive?: boolean;
  /** False while something that is asked for is missing. Default true. */
  canConfirm?: boolean;
  /** What failed, as the title of the failure: "The build was not started". */
  failureTitle: string;
  /** Does it. The dialog closes when that is done; when it fails the dialog says why, and stays. */
  onConfirm(): Promise<unknown>;
  /** Called when it is done, and when the person thinks better of it. */
  onClose(): void;
}

/** Asks before something happens, and is there until it has. Render it while it is open. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { title, children, confirmLabel, failureTitle, onClose } = props;
  const { t } = useTranslationRef(kitTranslationRef);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();

  const confirm = async () => {
    setPending(true);
    setFailure(undefined);
    try {
      await props.onConfirm();
      onClose();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
      setPending(false);
    }
  };
  return (
    <Dialog
      isOpen
      // What has begun cannot be called off by closing the dialog.
      isDismissable={!isPending}
      isKeyboardDismissDisabled={isPending}
      onOpenChange={isOpen => {
        if (!isOpen && !isPending) onClose();
      }}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        {children}
        {failure !== undefined && (
          <div role="alert">
            <Alert
              status="danger"
              icon
              title={failureTitle}
              description={failure}
            />
          </div>
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" isDisabled={isPending} onPress={onClose}>
          {t('confirm.cancel')}
        </Button>
        <Button
          variant="primary"
          destructive={props.destructive}
          isPending={isPending}
          isDisabled={props.canConfirm === false}
          onPress={confirm}
        >
          {confirmLabel}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
