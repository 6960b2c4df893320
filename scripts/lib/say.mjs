const started = Date.now();

/** Progress goes to standard error; standard output carries only the result. */
export function say(message) {
  const seconds = ((Date.now() - started) / 1000).toFixed(0).padStart(3);
  process.stderr.write(`${seconds} s  ${message}\n`);
}

/** Ends the process with a message that says what to do. */
export function fail(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

/** An error whose message is meant for a person, without a stack. */
export class Problem extends Error {}

/** Runs a script's main function; a Problem is printed without its stack. */
export async function main(run) {
  try {
    await run();
  } catch (error) {
    fail(error instanceof Problem ? error.message : error.stack);
  }
}
