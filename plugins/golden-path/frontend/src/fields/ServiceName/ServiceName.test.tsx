import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { goldenPathApiRef, type GoldenPathApi } from '../../apis';
import { ServiceName } from './ServiceName';

const Form = () => {
  const [value, setValue] = useState<string>();
  const props = {
    formData: value,
    onChange: setValue,
    onBlur: () => {},
    rawErrors: [],
    required: true,
    schema: { title: 'Name' },
    uiSchema: {},
    idSchema: { $id: 'root_name' },
    formContext: { formData: { environments: ['dev', 'prod'] } },
  } as unknown as FieldExtensionComponentProps<string>;
  return <ServiceName {...props} />;
};

function render(checkName: GoldenPathApi['checkName']) {
  renderInTestApp(<Form />, { apis: [[goldenPathApiRef, { checkName }]] });
  return userEvent.setup();
}

const free: GoldenPathApi['checkName'] = async name => ({
  name,
  available: true,
  takenBy: [],
});

describe('ServiceName', () => {
  it('says that a name is free, and what will bear it', async () => {
    const user = render(free);
    await user.type(
      await screen.findByRole('textbox', { name: /Name/ }),
      'refunds',
    );
    expect(await screen.findByText(/refunds is free/)).toBeInTheDocument();
    expect(screen.getByText('shopstack-refunds')).toBeInTheDocument();
    expect(screen.getByText('refunds-dev')).toBeInTheDocument();
    expect(screen.getByText('refunds-prod')).toBeInTheDocument();
    expect(screen.queryByText('refunds-staging')).not.toBeInTheDocument();
  });

  it('asks for the name once typing pauses, not for every letter', async () => {
    const checkName = jest.fn(free);
    const user = render(checkName);
    await user.type(
      await screen.findByRole('textbox', { name: /Name/ }),
      'refunds',
    );
    await screen.findByText(/refunds is free/);
    expect(checkName.mock.calls.map(([name]) => name)).toEqual(['refunds']);
  });

  it('says who has a taken name', async () => {
    const user = render(async name => ({
      name,
      available: false,
      takenBy: [{ where: 'catalog', what: 'component:default/order' }],
    }));
    await user.type(
      await screen.findByRole('textbox', { name: /Name/ }),
      'order',
    );
    expect(
      await screen.findByText(
        'order is taken: catalog (component:default/order).',
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /Name/ })).toHaveAttribute(
      'aria-invalid',
      'true',
    );
  });

  it('says that it cannot be checked when a source is down', async () => {
    const user = render(async () => {
      throw new Error('Request failed with 503');
    });
    await user.type(
      await screen.findByRole('textbox', { name: /Name/ }),
      'refunds',
    );
    expect(
      await screen.findByText(/cannot be checked now/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/refunds is free/)).not.toBeInTheDocument();
  });

  it('says what is wrong with a name before asking', async () => {
    const checkName = jest.fn(free);
    const user = render(checkName);
    await user.type(
      await screen.findByRole('textbox', { name: /Name/ }),
      'Refunds',
    );
    expect(await screen.findByText(/DNS-1123/)).toBeInTheDocument();
    expect(checkName).not.toHaveBeenCalled();
  });
});
