const { isMainThread } = require('node:worker_threads');

// Loaded into every process that `npm start` begins: its standard input is a pipe to the starter, which closes when the
// starter is killed in whatever way, so that no process is left behind on a port. Preloads run in worker threads too,
// where standard input is empty and ends at once.
if (isMainThread) {
  process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
  process.stdin.on('close', () =>
    setTimeout(() => process.exit(1), 5000).unref(),
  );
  process.stdin.on('error', () => {});
  process.stdin.resume();
}
