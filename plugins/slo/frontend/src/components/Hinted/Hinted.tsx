import { Tooltip, TooltipTrigger } from '@backstage/ui';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import styles from './Hinted.module.css';

/** So long a pointer rests before it is told more. */
const REST_MS = 200;

/**
 * Something that tells more of itself on hover and on focus; Escape takes that away. A long list has hundreds of these, so
 * unlike a `TooltipTrigger` it is a mere button until somebody asks.
 */
export const Hinted = ({
  hint,
  children,
}: {
  hint: string;
  children: ReactNode;
}) => {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const [isHovered, setHovered] = useState(false);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    if (!isHovered) return undefined;
    const timer = setTimeout(() => setOpen(true), REST_MS);
    return () => clearTimeout(timer);
  }, [isHovered]);

  useEffect(() => {
    if (!isOpen) return undefined;
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') setOpen(false);
    };
    // The tip's arrow may lie over the button: what is left then is the button, and not what tells more.
    const onPointerMove = ({ target }: PointerEvent) => {
      const tip = document.getElementById(id)?.closest('[role="tooltip"]');
      const isOver = [trigger.current, tip].some(each =>
        each?.contains(target as Node),
      );
      if (!isOver && document.activeElement !== trigger.current) setOpen(false);
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('pointermove', onPointerMove);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('pointermove', onPointerMove);
    };
  }, [isOpen, id]);

  const leave = () => {
    setHovered(false);
    setOpen(false);
  };
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={styles.hinted}
        aria-describedby={isOpen ? id : undefined}
        onPointerEnter={() => setHovered(true)}
        onPointerLeave={() => setHovered(false)}
        onFocus={() => setOpen(true)}
        onBlur={leave}
      >
        {children}
      </button>
      {isOpen && (
        // The trigger is only for the state that a tooltip must find around itself; the place is that of our button.
        <TooltipTrigger isOpen>
          <Tooltip triggerRef={trigger}>
            <span id={id}>{hint}</span>
          </Tooltip>
        </TooltipTrigger>
      )}
    </>
  );
};
