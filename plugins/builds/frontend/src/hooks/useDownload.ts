import { useCallback, useState } from 'react';

/** Fetches a file with the person's credentials and hands it to the browser to be saved. */
export function useDownload(
  fetchFile: () => Promise<Blob>,
  fileName: string,
): { pending: boolean; error: Error | undefined; download(): Promise<void> } {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const download = useCallback(async () => {
    setPending(true);
    setError(undefined);
    try {
      const url = URL.createObjectURL(await fetchFile());
      const link = document.createElement('a');
      link.href = url;
      link.download = fileName;
      link.click();
      // The browser has taken the file by the end of the click.
      URL.revokeObjectURL(url);
    } catch (caught) {
      setError(caught instanceof Error ? caught : new Error(String(caught)));
    } finally {
      setPending(false);
    }
  }, [fetchFile, fileName]);
  return { pending, error, download };
}
