const RED = '\u001b[31m';
const GREEN = '\u001b[32m';
const BLUE = '\u001b[34m';
const RESET = '\u001b[0m';

/** The instructions of a Dockerfile that become steps of a build, with the stage they belong to. */
interface Instruction {
  stage: string;
  text: string;
}

const STEP = /^(?:FROM|RUN|COPY|ADD|WORKDIR)\b/i;

/** What `docker build` prints for a Dockerfile; with `failing`, the first RUN ends the build. */
export function dockerBuildLog(
  dockerfile: string,
  image: string,
  failing: boolean = false,
): string[] {
  const instructions = parseDockerfile(dockerfile);
  const lines = [
    '#0 building with "default" instance using docker driver',
    `${BLUE}#1 [internal] load build definition from Dockerfile${RESET}`,
    `#1 transferring dockerfile: ${dockerfile.length}B done`,
    '#1 DONE 0.0s',
  ];
  for (const [index, { stage, text }] of instructions.entries()) {
    const number = index + 2;
    const ofStage = instructions.filter(each => each.stage === stage);
    const place = `${ofStage.indexOf(instructions[index]) + 1}/${ofStage.length}`;
    lines.push(`${BLUE}#${number} [${stage} ${place}] ${text}${RESET}`);
    if (failing && /^RUN\b/i.test(text)) {
      const command = text.replace(/^RUN\s+/i, '');
      lines.push(
        `${RED}#${number} ERROR: process "/bin/sh -c ${command}" did not complete successfully: exit code: 1${RESET}`,
        `ERROR: failed to solve: process "/bin/sh -c ${command}" did not complete successfully: exit code: 1`,
      );
      return lines;
    }
    // A time that looks like one and is the same each time.
    const seconds = ((text.length * 7) % 23) / 10;
    lines.push(`${GREEN}#${number} DONE ${seconds.toFixed(1)}s${RESET}`);
  }
  const last = instructions.length + 2;
  return [
    ...lines,
    `${BLUE}#${last} exporting to image${RESET}`,
    `#${last} naming to ${image} done`,
    `${GREEN}#${last} DONE 0.3s${RESET}`,
  ];
}

export function dockerPushLog(image: string, digest: string): string[] {
  const [repository, tag] = image.split(/:(?=[^:]*$)/);
  return [
    `The push refers to repository [${repository}]`,
    `${digest.slice(7, 19)}: Pushed`,
    `${digest.slice(19, 31)}: Layer already exists`,
    `${tag}: digest: ${digest} size: 2203`,
  ];
}

/** Whether a Dockerfile has a base image at all. */
export function hasBaseImage(dockerfile: string): boolean {
  return parseDockerfile(dockerfile).some(({ text }) => /^FROM\b/i.test(text));
}

function parseDockerfile(dockerfile: string): Instruction[] {
  const joined = dockerfile
    .split('\n')
    .filter(line => !/^\s*#/.test(line))
    .join('\n')
    .replace(/\\\n\s*/g, ' ');
  let stage = 'stage-0';
  let stages = 0;
  return joined
    .split('\n')
    .map(line => line.trim())
    .filter(line => STEP.test(line))
    .map(text => {
      if (/^FROM\b/i.test(text)) {
        stage = /\bAS\s+(\S+)/i.exec(text)?.[1] ?? `stage-${stages}`;
        stages += 1;
      }
      return { stage, text };
    });
}
