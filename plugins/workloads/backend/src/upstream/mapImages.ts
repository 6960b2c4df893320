import type { WorkloadImage } from '@shopstack/plugin-workloads-common';
import type { WireController, WirePod } from './wire';

const DIGEST = /@(sha256:[0-9a-f]{64})$/;

/**
 * The digest in an `imageID` such as `registry/name@sha256:...` or `docker-pullable://registry/name@sha256:...`. A bare
 * `sha256:...` is the id of the image's configuration, which no registry knows.
 */
export function digestOf(imageId: string | undefined): string | undefined {
  return DIGEST.exec(imageId ?? '')?.[1];
}

/**
 * The images of the containers in the order of the template; where pods run different ones, those of the newest ready
 * pod come first. A container of which no pod is there is named with no pods.
 *
 * @param pods - newest ready first
 */
export function toImages(
  controller: WireController,
  pods: readonly WirePod[],
): WorkloadImage[] {
  const found = new Map<string, WorkloadImage>();
  const template = controller.spec?.template?.spec?.containers ?? [];
  for (const pod of pods) {
    for (const { name, image = '' } of pod.spec?.containers ?? []) {
      const status = pod.status?.containerStatuses?.find(
        each => each.name === name,
      );
      const digest = digestOf(status?.imageID);
      const key = JSON.stringify([name, image, digest]);
      const known = found.get(key);
      found.set(key, {
        container: name,
        image,
        ...(digest && { digest }),
        pods: (known?.pods ?? 0) + 1,
      });
    }
  }
  const running = [...found.values()];
  for (const { name, image = '' } of template) {
    if (!running.some(each => each.container === name)) {
      running.push({ container: name, image, pods: 0 });
    }
  }
  const place = ({ container }: WorkloadImage) => {
    const index = template.findIndex(({ name }) => name === container);
    return index < 0 ? template.length : index;
  };
  return running.sort((a, b) => place(a) - place(b));
}
