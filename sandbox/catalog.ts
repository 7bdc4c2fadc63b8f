import path from 'node:path';
import type { CatalogEntry } from './catalog-entry';
import { COMPANIES } from './operators/companies';
import { keepPostgres } from './postgres-upkeep';

const DATABASE = 'voila';

/** The services in the order of their start. Each is loaded when it is needed. */
export const CATALOG: readonly CatalogEntry[] = [
  {
    name: 'postgres',
    about: 'PostgreSQL',
    replacedBy: ['DATABASE_URL'],
    async start({ dataDir, state, report }) {
      const dir = path.join(dataDir, 'postgres');
      const server = await keepPostgres({ dataDir: dir, port: () => state.port('postgres') }, report);
      await server.createDatabase(DATABASE);
      const url = server.url(DATABASE);
      return { url, stop: server.stop, env: { DATABASE_URL: url } };
    },
  },
  {
    name: 'redis',
    about: 'Redis behind the Upstash REST protocol',
    replacedBy: ['UPSTASH_REDIS_REST_URL'],
    async start({ dataDir, state, env }) {
      const { startRedis } = await import('./redis');
      const token = state.secrets.redisToken;
      const dir = path.join(dataDir, 'redis');
      const port = await state.port('redis');
      const redis = await startRedis({ port, token, dataDir: dir, redisUrl: env.REDIS_URL });
      const note = redis.kind === 'memory' ? 'in memory' : 'in front of a Redis server';
      return {
        url: redis.url,
        stop: redis.stop,
        note,
        env: { UPSTASH_REDIS_REST_URL: redis.url, UPSTASH_REDIS_REST_TOKEN: token },
      };
    },
  },
  {
    name: 'mail',
    about: 'Mailbox behind the protocol of Resend',
    replacedBy: ['RESEND_API_KEY'],
    async start({ dataDir, state, clockFile }) {
      const { startMail } = await import('./mail');
      const apiKey = state.secrets.resendKey;
      const port = await state.port('mail');
      const mail = await startMail({ port, dataDir: path.join(dataDir, 'mail'), apiKey, clockFile });
      return { ...mail, page: mail.url, env: { RESEND_API_KEY: apiKey, RESEND_API_BASE: mail.url } };
    },
  },
  {
    name: 'storage',
    about: 'Object storage behind the protocol of S3',
    replacedBy: ['S3_ENDPOINT', 'S3_ACCESS_KEY_ID'],
    async start({ dataDir, state }) {
      const { startStorage } = await import('./storage');
      const { s3AccessKey, s3SecretKey } = state.secrets;
      const port = await state.port('storage');
      const dir = path.join(dataDir, 'storage');
      const storage = await startStorage({ port, dataDir: dir, accessKeyId: s3AccessKey });
      return {
        ...storage,
        env: {
          S3_ENDPOINT: storage.url,
          S3_ACCESS_KEY_ID: s3AccessKey,
          S3_SECRET_ACCESS_KEY: s3SecretKey,
        },
      };
    },
  },
  {
    name: 'payments',
    about: 'Stripe: API, hosted checkout page, webhooks',
    replacedBy: ['STRIPE_SECRET_KEY'],
    async start({ dataDir, state, clockFile, appUrl }) {
      const { startStripe } = await import('./stripe/start');
      const webhookSecret = state.secrets.stripeWebhookSecret;
      const port = await state.port('payments');
      const stripe = await startStripe({
        port,
        dataDir: path.join(dataDir, 'stripe'),
        webhookUrl: `${appUrl}/api/webhooks/stripe`,
        webhookSecret,
        clockFile,
        publicUrl: `http://127.0.0.1:${port}`,
      });
      return {
        ...stripe,
        page: stripe.url,
        env: {
          STRIPE_SECRET_KEY: state.secrets.stripeKey,
          STRIPE_WEBHOOK_SECRET: webhookSecret,
          STRIPE_API_BASE: stripe.url,
        },
      };
    },
  },
  {
    name: 'operator',
    about: 'The local operator, who confirms tickets',
    replacedBy: ['LOCAL_OPERATOR_URL'],
    async start({ dataDir, state, clockFile }) {
      const { startLocalOperator } = await import('./operators/local');
      const key = state.secrets.operatorKey;
      const port = await state.port('operator');
      const dir = path.join(dataDir, 'operator');
      const operator = await startLocalOperator({ port, dataDir: dir, key, clockFile });
      return {
        ...operator,
        page: operator.url,
        env: { LOCAL_OPERATOR_URL: operator.url, LOCAL_OPERATOR_KEY: key },
      };
    },
  },
  ...COMPANIES,
  {
    name: 'jobs',
    about: 'Inngest: runs what must not be lost',
    replacedBy: ['INNGEST_DEV', 'INNGEST_BASE_URL', 'INNGEST_EVENT_KEY'],
    async start({ state, env, appUrl, clockFile }) {
      const { startInngest } = await import('./inngest/start');
      const port = await state.port('jobs');
      const databaseUrl = env.DATABASE_URL ?? '';
      const inngest = await startInngest({ port, databaseUrl, appUrl, clockFile });
      return { ...inngest, page: inngest.url, env: { INNGEST_DEV: inngest.url } };
    },
  },
];
