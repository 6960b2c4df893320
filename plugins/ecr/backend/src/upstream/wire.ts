import { lenient } from '@shopstack/plugin-kit-node';
import { z } from 'zod';

const date = lenient(z.date());

/** What we read of `DescribeImages`, after the SDK has decoded it. */
export const imageDetailSchema = z.object({
  imageDigest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  imageTags: lenient(z.array(z.string())),
  imageSizeInBytes: lenient(z.number().nonnegative()),
  imagePushedAt: date,
  lastRecordedPullTime: date,
  imageManifestMediaType: lenient(z.string()),
  imageScanStatus: lenient(z.object({ status: lenient(z.string()) })),
  imageScanFindingsSummary: lenient(
    z.object({
      imageScanCompletedAt: date,
      findingSeverityCounts: lenient(z.record(z.string(), z.number())),
    }),
  ),
});

export type WireImage = z.output<typeof imageDetailSchema>;
