import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// What is waited for comes at once, but on a busy machine not within the second that is the default.
configure({ asyncUtilTimeout: 20_000 });
