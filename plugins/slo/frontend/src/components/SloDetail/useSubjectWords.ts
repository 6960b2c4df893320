import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { sloDetailTranslationRef } from '../../detailTranslation';

const SUBJECTS = [
  'sli',
  'budget',
  'burn',
  'total',
  'errors',
  'page',
  'ticket',
  'latency',
] as const;

/** The name of what a query counts; what has no name of ours is called as the backend calls it. */
export function useSubjectWords(): (subject: string) => string {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  return useCallback(
    subject => {
      const known = SUBJECTS.find(each => each === subject);
      return known ? t(`explain.subject.${known}`) : subject;
    },
    [t],
  );
}
