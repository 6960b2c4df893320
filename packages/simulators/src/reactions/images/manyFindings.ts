import type { RegistryImage } from '../../world/types';

type Finding = RegistryImage['scan']['findings'][number];

/** Packages of a base image that was not rebuilt for years. */
const PACKAGES = [
  ['linux-libc-dev', '5.10.28-1', '5.10.234-1'],
  ['libxml2', '2.9.10+dfsg-6.7', '2.9.10+dfsg-6.7+deb11u6'],
  ['imagemagick-6-common', '8:6.9.11.60+dfsg-1.3', undefined],
  ['libtiff5', '4.2.0-1', '4.2.0-1+deb11u6'],
  ['curl', '7.74.0-1.2', '7.74.0-1.3+deb11u14'],
  ['git', '1:2.30.2-1', '1:2.30.2-1+deb11u4'],
  ['binutils', '2.35.2-2', undefined],
] as const;

const SEVERITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL'];

/** So many findings, as an image on an old base has them; the same each time. Their numbers are of no real advisory. */
export function manyFindings(count: number): Finding[] {
  return Array.from({ length: count }, (_, index) => {
    const [packageName, version, fixedIn] = PACKAGES[index % PACKAGES.length];
    // A few of the worst, many of the lesser ones.
    const severity = SEVERITIES[Math.min(4, Math.floor(Math.sqrt(index / 6)))];
    const name = `CVE-2021-9${String(index).padStart(4, '0')}`;
    return {
      name,
      severity,
      package: packageName,
      version,
      fixedIn,
      uri: `https://security-tracker.debian.org/tracker/${name}`,
      description: `A flaw in ${packageName} before the version that mends it.`,
    };
  });
}
