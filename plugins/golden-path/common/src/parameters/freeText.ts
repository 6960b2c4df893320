import { z } from 'zod';

/** What may not stand in a text of a person: control characters, halves of a surrogate pair, and marks that reorder text. */
const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/u;

/**
 * One line of text as a person wrote it. Line breaks and tabs become blanks; whatever cannot be seen is refused.
 * Anything else, quotes and markup included, is taken as it is: the renderer escapes it for where it goes.
 */
export function freeText(options: { maximum: number }) {
  return z
    .string()
    .transform(text => text.replace(/[\t\r\n ]+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, 'must not be empty')
        .max(options.maximum, `must have at most ${options.maximum} characters`)
        .refine(
          text => !UNPRINTABLE.test(text),
          'must not contain control characters or marks that reorder text',
        ),
    );
}
