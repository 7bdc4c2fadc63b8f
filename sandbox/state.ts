import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { settledPort } from './ports';

/** What a sandbox remembers between its runs, so that addresses and keys given out stay valid. */
interface Remembered {
  /** Names this sandbox's data; new after a reset. */
  readonly id: string;
  readonly secrets: Readonly<Record<SecretName, string>>;
  readonly ports: Record<string, number>;
}

const secret = () => randomBytes(24).toString('base64url');

const SECRETS = {
  redisToken: secret,
  resendKey: () => `re_${randomBytes(18).toString('base64url')}`,
  stripeKey: () => `sk_test_${randomBytes(24).toString('hex')}`,
  stripeWebhookSecret: () => `whsec_${randomBytes(24).toString('hex')}`,
  s3AccessKey: () => `AKIA${randomBytes(8).toString('hex').toUpperCase()}`,
  s3SecretKey: () => randomBytes(30).toString('base64url'),
  operatorKey: secret,
  gnvApiKey: secret,
  gnvWebhookSecret: secret,
  ctnPassword: secret,
  ctnWebhookSecret: secret,
  corsicaLineaClientSecret: secret,
  corsicaLineaWebhookSecret: secret,
  lykoSecret: secret,
  sealingKey: () => randomBytes(32).toString('base64'),
  ticketSigningKey: () =>
    generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
};
type SecretName = keyof typeof SECRETS;

/** Opens what is remembered in `dataDir/sandbox.json`, or begins it with new secrets. Readable by its owner only. */
export function openState(dataDir: string) {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'sandbox.json');
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Remembered) : null;
  const state: Remembered = {
    id: before?.id ?? randomBytes(8).toString('hex'),
    // A secret of a service that is newer than the directory is made now.
    secrets: { ...newSecrets(), ...before?.secrets },
    ports: before?.ports ?? {},
  };

  const save = (): void => {
    writeFileSync(`${file}.new`, JSON.stringify(state, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  save();
  return {
    id: state.id,
    secrets: state.secrets,
    /** The port of a service: the one it had before unless a stranger has it now, then `wanted`, then any. */
    async port(service: string, wanted?: number): Promise<number> {
      const before = wanted ?? state.ports[service];
      state.ports[service] = await settledPort(before, new Set(Object.values(state.ports)));
      save();
      return state.ports[service];
    },
  };
}

function newSecrets(): Record<SecretName, string> {
  const names = Object.keys(SECRETS) as SecretName[];
  return Object.fromEntries(names.map((name) => [name, SECRETS[name]()])) as Record<SecretName, string>;
}
