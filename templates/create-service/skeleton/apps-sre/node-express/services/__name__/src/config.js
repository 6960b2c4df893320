const LOG_LEVELS = [
  'trace',
  'debug',
  'info',
  'warn',
  'error',
  'fatal',
  'silent',
];

/**
 * Reads the configuration once, from the environment.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @throws {Error} naming the variable that cannot be used
 */
export function readConfig(environment = process.env) {
  return {
    port: integer(environment, 'PORT', 8080, 65535),
    environment: environment.ENVIRONMENT || 'local',
    version: environment.SERVICE_VERSION || 'development',
    logLevel: oneOf(environment, 'LOG_LEVEL', 'info', LOG_LEVELS),
    drainMilliseconds: integer(environment, 'DRAIN_MILLISECONDS', 5000, 60000),
    stopMilliseconds: integer(environment, 'STOP_MILLISECONDS', 20000, 300000),
  };
}

function integer(environment, name, fallback, maximum) {
  const text = environment[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > maximum) {
    throw new Error(
      `${name} must be a whole number from 0 to ${maximum}, not "${text}"`,
    );
  }
  return value;
}

function oneOf(environment, name, fallback, allowed) {
  const value = environment[name] || fallback;
  if (!allowed.includes(value)) {
    throw new Error(
      `${name} must be one of ${allowed.join(', ')}, not "${value}"`,
    );
  }
  return value;
}
