/**
 * Does what takes a processor's time after everything that waits to be sent is on its way, so that it passes while an
 * upstream thinks. Its failure is for who awaits it, and for nobody else.
 */
export function afterwards<T>(work: () => T): Promise<T> {
  const done = new Promise<void>(resolve => {
    setImmediate(resolve);
  }).then(work);
  done.catch(() => {});
  return done;
}
