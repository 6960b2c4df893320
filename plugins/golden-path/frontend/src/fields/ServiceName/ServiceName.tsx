import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import TextField from '@material-ui/core/TextField';
import { goldenPathTranslationRef } from '../../translation';
import { NamedAfterIt } from './NamedAfterIt';
import styles from './ServiceName.module.css';
import { useNameVerdict } from './useNameVerdict';
import { VerdictText } from './VerdictText';

/** The name of a new service: says while one types whether it is free, and what will bear it. */
export const ServiceName = (props: FieldExtensionComponentProps<string>) => {
  const { formData, onChange, onBlur, rawErrors, required, schema, idSchema } =
    props;
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const name = formData ?? '';
  const verdict = useNameVerdict(name);
  const isBad =
    verdict?.kind === 'refused' ||
    verdict?.kind === 'taken' ||
    verdict?.kind === 'unknown';
  const hintId = `${idSchema?.$id}-verdict`;
  return (
    <div className={styles.root}>
      <TextField
        id={idSchema?.$id}
        label={schema.title ?? t('serviceName.label')}
        required={required}
        value={name}
        error={isBad || Boolean(rawErrors?.length)}
        margin="normal"
        fullWidth
        inputProps={{
          'aria-describedby': hintId,
          autoComplete: 'off',
          autoCapitalize: 'none',
          spellCheck: false,
        }}
        onChange={event => onChange(event.target.value)}
        onBlur={() => onBlur(idSchema?.$id, name)}
      />
      <div id={hintId} role="status" className={styles.verdict}>
        {/* After "Next" the form says the same below. */}
        {!(isBad && rawErrors?.length) && (
          <VerdictText
            name={name}
            verdict={verdict}
            hint={schema.description ?? t('serviceName.hint')}
          />
        )}
      </div>
      <NamedAfterIt
        name={verdict && verdict.kind !== 'refused' ? name : undefined}
        environments={props.formContext?.formData?.environments}
      />
    </div>
  );
};
