import pino from 'pino';
import { env } from './env';

/** Structured logs. Paths that may carry personal data or secrets are removed before anything is written. */
export const logger = pino({
  level: env.LOG_LEVEL,
  base: undefined,
  redact: {
    paths: [
      '*.email',
      '*.phone',
      '*.givenName',
      '*.familyName',
      '*.birthDate',
      '*.document',
      '*.accessToken',
      '*.authorization',
      'email',
      'phone',
      'givenName',
      'familyName',
      'birthDate',
      'document',
      'accessToken',
      'passengers',
      '*.passengers',
      'contact',
      '*.contact',
    ],
    remove: true,
  },
});
