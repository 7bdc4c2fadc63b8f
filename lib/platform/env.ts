import { z } from 'zod';

const optional = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

/** Ed25519 keys in DER begin alike (RFC 8410); told apart here, so that a private key is never taken for a public one. */
const PRIVATE_KEY = /^MC4CAQAwBQYDK2VwBCIEI[A-P][A-Za-z0-9+/]{42}$/;
const PUBLIC_KEY = /^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

/** Values by commas; a value that does not pass is never repeated in the error. */
const list = (each: RegExp, problem: string) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().regex(each, problem)));

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** Public address of the site, no trailing slash. */
  APP_URL: z.url().default('http://localhost:3000'),
  DATABASE_URL: z.string().default('postgres://voila@127.0.0.1:5432/voila'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(50).default(8),
  CLOCK_FILE: optional,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Redis by its REST front (Upstash protocol). Missing: limits and caches live in memory, and say so. */
  UPSTASH_REDIS_REST_URL: optional,
  UPSTASH_REDIS_REST_TOKEN: optional,
  /** Address that browsers use for the live channel. Missing: no live badges. */
  REALTIME_URL: optional,
  REALTIME_PORT: z.coerce.number().int().default(3001),
  /** Connections that one sidecar takes, in all and from one address. */
  REALTIME_MAX_CLIENTS: z.coerce.number().int().min(1).default(20_000),
  REALTIME_MAX_PER_ADDRESS: z.coerce.number().int().min(1).default(200),
  /** Stripe; `STRIPE_API_BASE` only where the API is not Stripe's own address. */
  STRIPE_SECRET_KEY: optional,
  STRIPE_WEBHOOK_SECRET: optional,
  STRIPE_API_BASE: optional,
  /** Resend; `RESEND_API_BASE` only where the API is not Resend's own address. */
  RESEND_API_KEY: optional,
  RESEND_API_BASE: optional,
  MAIL_FROM: z.string().default('Voilà Ferry <bonjour@voila-ferry.example>'),
  /** The edge cache (Cloudflare's API); `EDGE_API_BASE` only where the API is not at its own address. */
  EDGE_ZONE_ID: optional,
  EDGE_API_TOKEN: optional,
  EDGE_API_BASE: z.string().default('https://api.cloudflare.com/client/v4'),
  /** Object storage (S3 protocol) for documents. */
  S3_ENDPOINT: optional,
  S3_REGION: z.string().default('eu-west-3'),
  S3_BUCKET: z.string().default('voila-documents'),
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  /** Where documents are kept on disk when no object storage is configured. */
  DOCUMENTS_DIR: z.string().default('.data/documents'),
  /** Who sells, as invoices say it. The defaults are a specimen and say so. */
  SELLER_NAME: z.string().default('Voilà Ferry (spécimen)'),
  SELLER_ADDRESS: z.string().default('1 quai de l’Exemple, 13000 Marseille, France'),
  SELLER_REGISTRATION: z.string().default('RCS 000 000 000 (spécimen)'),
  SELLER_VAT: z.string().default('FR00 000000000 (spécimen)'),
  /** The local operator: an HTTP service that confirms tickets. */
  LOCAL_OPERATOR_URL: optional,
  LOCAL_OPERATOR_KEY: optional,
  /** Operators whose timetable, prices and stock are followed, by their codes. */
  FOLLOWED_OPERATORS: list(/^[a-z-]+$/, 'not the code of an operator'),
  /** How long an operator that falls silent is left alone, in milliseconds, before one call is let through to try. */
  OPERATOR_REST_MS: z.coerce.number().int().min(1).default(15_000),
  /** Operators that we speak with: an address, and what lets us in. One that is not whole is off. */
  GNV_API_URL: optional,
  GNV_API_KEY: optional,
  GNV_WEBHOOK_SECRET: optional,
  CTN_API_URL: optional,
  CTN_API_USER: optional,
  CTN_API_PASSWORD: optional,
  CTN_WEBHOOK_SECRET: optional,
  CORSICA_LINEA_API_URL: optional,
  CORSICA_LINEA_CLIENT_ID: optional,
  CORSICA_LINEA_CLIENT_SECRET: optional,
  CORSICA_LINEA_WEBHOOK_SECRET: optional,
  LYKO_API_URL: optional,
  LYKO_ACCOUNT: optional,
  LYKO_SECRET: optional,
  FERRYHOPPER_MCP_URL: optional,
  /** `id:base64key[,id:base64key…]`, 32 bytes each; the first one seals, all can open. */
  SEALING_KEYS: z.string().default(''),
  /** base64 PKCS#8 Ed25519 key that signs the QR codes of the tickets: the current one. */
  TICKET_SIGNING_KEY: optional.pipe(
    z.string().regex(PRIVATE_KEY, 'not a base64 PKCS#8 Ed25519 private key').optional(),
  ),
  /** base64 SPKI Ed25519 public keys by commas, accepted beside the current one: earlier ones and the next. */
  TICKET_ACCEPTED_KEYS: list(PUBLIC_KEY, 'not a base64 SPKI Ed25519 public key'),
  /** Trusts `X-Forwarded-For` from that many proxies in front. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
});

export type Env = z.infer<typeof schema>;

/** Parses settings; throws a ZodError that names what does not pass, and never says it. */
export function parseSettings(settings: Readonly<Record<string, string | undefined>>): Env {
  return schema.parse(settings);
}

/** The settings of this process, parsed once. A vendor whose keys are missing is off, never half on. */
export const env = parseSettings(process.env);
