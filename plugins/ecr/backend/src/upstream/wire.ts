import { lenient } from '@shopstack/plugin-kit-node';
import { z } from 'zod';

const date = lenient(z.date());
const text = lenient(z.string());
const counts = lenient(z.record(z.string(), z.unknown()));

/** The form of the digests that Amazon ECR gives. */
export const digestSchema = z.string().regex(/^sha256:[0-9a-f]{64}$/);

const scanStatus = lenient(z.object({ status: text, description: text }));

/** What we read of `DescribeImages`, after the SDK has decoded it. */
export const imageDetailSchema = z.object({
  imageDigest: digestSchema,
  imageTags: lenient(z.array(z.string())),
  imageSizeInBytes: lenient(z.number().nonnegative()),
  imagePushedAt: date,
  lastRecordedPullTime: date,
  imageManifestMediaType: text,
  artifactMediaType: text,
  subjectManifestDigest: text,
  imageStatus: text,
  imageScanStatus: scanStatus,
  imageScanFindingsSummary: lenient(
    z.object({ imageScanCompletedAt: date, findingSeverityCounts: counts }),
  ),
});

export type WireImage = z.output<typeof imageDetailSchema>;

/** A finding of basic scanning. */
export const basicFindingSchema = z.object({
  name: text,
  description: text,
  uri: text,
  severity: text,
  attributes: lenient(z.array(lenient(z.object({ key: text, value: text })))),
});

export type WireBasicFinding = z.output<typeof basicFindingSchema>;

/** A finding of Amazon Inspector. */
export const enhancedFindingSchema = z.object({
  title: text,
  description: text,
  severity: text,
  score: lenient(z.number()),
  fixAvailable: text,
  exploitAvailable: text,
  packageVulnerabilityDetails: lenient(
    z.object({
      vulnerabilityId: text,
      sourceUrl: text,
      referenceUrls: lenient(z.array(text)),
      vulnerablePackages: lenient(
        z.array(
          lenient(
            z.object({
              name: text,
              version: text,
              release: text,
              epoch: lenient(z.number()),
              fixedInVersion: text,
            }),
          ),
        ),
      ),
    }),
  ),
});

export type WireEnhancedFinding = z.output<typeof enhancedFindingSchema>;

/** What we read of `DescribeImageScanFindings`. An answer without a status is none. */
export const scanFindingsSchema = z.object({
  imageScanStatus: z.object({ status: z.string(), description: text }),
  imageScanFindings: lenient(
    z.object({
      imageScanCompletedAt: date,
      findingSeverityCounts: counts,
      findings: lenient(z.array(z.unknown())),
      enhancedFindings: lenient(z.array(z.unknown())),
    }),
  ),
  nextToken: text,
});

export type WireScanFindings = z.output<typeof scanFindingsSchema>;

/** One item of `images` of `BatchGetImage`. */
export const gotImageSchema = z.object({
  imageId: z.object({ imageDigest: digestSchema }),
  imageManifest: z.string(),
});

/** A manifest or an index, of OCI or Docker. */
export const manifestSchema = z.object({
  annotations: lenient(z.record(z.string(), z.unknown())),
  manifests: lenient(
    z.array(
      lenient(
        z.object({
          digest: digestSchema,
          platform: lenient(
            z.object({ os: text, architecture: text, variant: text }),
          ),
        }),
      ),
    ),
  ),
});

/** One item of `ListImageReferrers`. */
export const referrerSchema = z.object({
  digest: digestSchema,
  mediaType: text,
  artifactType: text,
  size: lenient(z.number().nonnegative()),
});

/** One item of `DescribeImageSigningStatus`. */
export const signingSchema = z.object({
  signingProfileArn: text,
  status: text,
  failureCode: text,
  failureReason: text,
});
