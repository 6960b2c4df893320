/** Writes one JSON object a line, as the log collector of the cluster expects it. */
export function createLog(
  fields,
  write = line => process.stdout.write(`${line}\n`),
) {
  const at = level => (message, more) =>
    write(
      JSON.stringify({
        time: new Date().toISOString(),
        level,
        ...fields,
        message,
        ...more,
      }),
    );
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** A log that nobody reads. */
export const silentLog = createLog({}, () => {});
