/**
 * What comes within a time, else undefined; then `onLate` is called when it has come after all. A failure counts as
 * nothing that came.
 */
export async function whenAnsweredWithin<T>(
  answer: Promise<T>,
  milliseconds: number,
  onLate: () => void,
): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  let isLate = false;
  const patience = new Promise<undefined>(resolve => {
    timer = setTimeout(() => {
      isLate = true;
      resolve(undefined);
    }, milliseconds);
  });
  const settled = answer.then(
    value => {
      if (isLate) {
        onLate();
      }
      return value;
    },
    () => undefined,
  );
  try {
    return await Promise.race([settled, patience]);
  } finally {
    clearTimeout(timer);
  }
}
